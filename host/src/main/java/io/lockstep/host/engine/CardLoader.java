package io.lockstep.host.engine;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.MarginWriter;
import io.lockstep.host.margin.FeeRows;
import io.lockstep.host.margin.MarginAccounts;
import io.lockstep.host.margin.Portfolios;
import io.lockstep.host.slots.SlotList;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.Side;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Loads a card that was reset with what the engine has settled, so that it goes on where another
 * one stopped: in the same slots, and with the same state hash. What is in flight has no part in
 * it. Nothing is read from a card. Engine's thread only, while nothing is settled; allocates.
 */
public final class CardLoader {
  private enum Part {
    INSTRUMENTS,
    FEE_ROWS,
    BANKS,
    ACCOUNTS,
    PORTFOLIOS,
    POSITIONS,
    ORDERS,
    END_OF_LOAD,
    NONE
  }

  private static final Part[] PARTS = Part.values();

  private final LogState state;
  private final OrderTable orders;
  private final boolean takesOrders;
  private final SlotList byPriority;
  private final UnsafeBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private final CommandWriter writer = new CommandWriter().into(command, 0);
  private final MarginWriter margin = new MarginWriter().into(command, 0);
  private final BankLoader banks;
  private Part part = Part.INSTRUMENTS;

  /** Of the part at hand: those below are given out. */
  private int given;

  /**
   * @param takesOrders the card at hand had its end of load.
   */
  CardLoader(LogState state, OrderTable orders, boolean takesOrders) {
    this.state = state;
    this.orders = orders;
    this.takesOrders = takesOrders;
    banks = new BankLoader(state, margin);
    byPriority = new SlotList(orders.used());
    collect();
  }

  /** Orders of one level are loaded one behind the other, so all go by priority. */
  private void collect() {
    for (int slot = 0; slot < orders.slots(); slot++) {
      if (orders.isOnCard(slot)) {
        byPriority.add(slot, orders.priority(slot), 0);
      }
    }
    byPriority.sort();
  }

  /** Orders that the card will hold. */
  public int orders() {
    return byPriority.size();
  }

  /** Gives out all that {@link #next} does. */
  public void load(Consumer<DirectBuffer> card) {
    for (DirectBuffer next = next(); next != null; next = next()) {
      card.accept(next);
    }
  }

  /**
   * The next loading command: instruments, accounts, positions, orders by priority, end of load;
   * with margin, before the accounts, fee rows and banks, and before the positions the portfolios.
   *
   * @return overwritten by the next call; to be answered by a {@code done}. Null: there are no
   *     more.
   */
  public DirectBuffer next() {
    while (part != Part.NONE) {
      while (given < count()) {
        if (write(given++)) {
          return command;
        }
      }
      part = PARTS[part.ordinal() + 1];
      given = 0;
    }
    return null;
  }

  private int count() {
    return switch (part) {
      case INSTRUMENTS -> state.instruments().capacity();
      case FEE_ROWS -> state.instruments().capacity() * FeeRows.TIERS;
      case BANKS -> banks.count();
      case ACCOUNTS -> state.accounts().capacity();
      case PORTFOLIOS -> state.portfolios().opened();
      case POSITIONS -> state.positions().opened();
      case ORDERS -> byPriority.size();
      case END_OF_LOAD -> takesOrders ? 1 : 0;
      case NONE -> 0;
    };
  }

  /** Writes the command of one of the part at hand; false: the card shall not know it. */
  private boolean write(int number) {
    return switch (part) {
      case INSTRUMENTS -> instrument(state.instruments().onCard(number));
      case FEE_ROWS -> feeRow(number / FeeRows.TIERS, number % FeeRows.TIERS);
      case BANKS -> banks.write(number);
      case ACCOUNTS -> account(number);
      case PORTFOLIOS -> portfolio(number);
      case POSITIONS -> position(number);
      case ORDERS -> order(byPriority.get(number));
      default -> endOfLoad();
    };
  }

  private boolean instrument(Instrument instrument) {
    if (instrument != null) {
      instrument.write(writer, state.groups().contract(instrument.id()));
    }
    return instrument != null;
  }

  private boolean feeRow(int instrument, int tier) {
    FeeRows rows = state.feeRows();
    boolean known = rows.isSet(instrument, tier);
    if (known) {
      margin.feeRow(
          instrument,
          tier,
          rows.maker(instrument, tier),
          rows.taker(instrument, tier),
          rows.auction(instrument, tier));
    }
    return known;
  }

  private boolean account(int account) {
    boolean known = state.accounts().isOnCard(account);
    if (known && state.groups().isMargined()) {
      MarginAccounts accounts = state.marginAccounts();
      margin.loadAccount(
          account,
          state.accounts().groupOnCard(account),
          accounts.tierOnCard(account),
          accounts.cash(account),
          MarginStatus.get(accounts.status(account).value()));
    } else if (known) {
      writer.setAccount(account, state.accounts().groupOnCard(account));
    }
    return known;
  }

  private boolean portfolio(int slot) {
    Portfolios portfolios = state.portfolios();
    int group = portfolios.group(slot);
    int epoch = state.banks().epoch(group) - (portfolios.isStale(slot) ? 1 : 0);
    margin.loadPortfolio(
        slot,
        portfolios.account(slot),
        group,
        portfolios.addOn(slot),
        Integer.toUnsignedLong(epoch));
    return true;
  }

  private boolean position(int slot) {
    Positions positions = state.positions();
    writer
        .loadPosition(
            slot, positions.account(slot), positions.instrument(slot), positions.lots(slot))
        .portfolio(Integer.toUnsignedLong(positions.portfolio(slot)));
    return true;
  }

  private boolean order(int slot) {
    writer
        .loadOrder(
            orders.orderId(slot),
            orders.isParked(slot),
            slot,
            orders.position(slot),
            orders.account(slot),
            orders.session(slot))
        .loadTerms(
            orders.instrument(slot),
            orders.isBid(slot) ? Side.BUY : Side.SELL,
            orders.priceTicks(slot),
            orders.totalLots(slot),
            orders.filledLots(slot),
            orders.selfTradeGroup(slot))
        .reserve(orders.reserve(slot))
        .feeTier((short) orders.feeTier(slot));
    return true;
  }

  private boolean endOfLoad() {
    writer.endOfLoad();
    return true;
  }
}
