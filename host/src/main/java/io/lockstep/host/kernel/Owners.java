package io.lockstep.host.kernel;

import io.lockstep.driver.CardDescription;
import io.lockstep.driver.CommandWriter;
import java.util.BitSet;
import org.agrona.collections.Long2LongHashMap;

/** Accounts that the card knows, and the position slots that they have: set at their first use. */
final class Owners {
  /** No position slot is left, or the card would not open one. */
  static final int NONE = -1;

  private static final int INSTRUMENT_BITS = 16;

  private final CardDescription card;
  private final Instruments instruments;
  private final BitSet accounts = new BitSet();
  private final Long2LongHashMap positions = new Long2LongHashMap(NONE);
  private int positionsUsed;

  Owners(CardDescription card, Instruments instruments) {
    this.card = card;
    this.instruments = instruments;
  }

  /** The account was set, with a group. */
  void set(long account) {
    if (account < card.accounts()) {
      accounts.set((int) account);
    }
  }

  /**
   * The position slot of an account in an instrument; sets and opens what is not there yet. {@link
   * #NONE} where the card would refuse account or instrument, or has no position left.
   *
   * @param send sends what was written.
   */
  int position(long account, int instrument, CommandWriter writer, Runnable send) {
    int known = (int) positions.get(account << INSTRUMENT_BITS | instrument);
    if (known != NONE) {
      return known;
    }
    boolean possible = account < card.accounts() && instruments.isKnown(instrument);
    if (!possible || positionsUsed == card.positions()) {
      return NONE;
    }
    if (!accounts.get((int) account)) {
      writer.setAccount(account, 0);
      send.run();
      accounts.set((int) account);
    }
    int slot = positionsUsed++;
    writer.openPosition(slot, account, instrument);
    send.run();
    positions.put(account << INSTRUMENT_BITS | instrument, slot);
    return slot;
  }
}
