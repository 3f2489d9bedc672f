package io.lockstep.host.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws requests from a seed. Whose turn it is, where prices go and what is sent depend on the seed
 * and on what the participants were told before; so each request must be settled before the next is
 * drawn. {@link Random} is specified to the bit, so that a seed gives the same market everywhere.
 */
final class DemoMarket {
  /** Turns between two steps of an instrument's fair price, on average. */
  private static final int TURNS_A_STEP = 40;

  /** Who trades: in the order of sessions. */
  private static final Style[] STYLES = {
    Style.MARKET_MAKER,
    Style.MARKET_MAKER,
    Style.MARKET_MAKER,
    Style.TAKER,
    Style.TAKER,
    Style.INVESTOR,
    Style.INVESTOR,
    Style.INVESTOR
  };

  /** Number of participants. */
  static final int PARTICIPANTS = STYLES.length;

  private final Random random;
  private final List<Participant> participants = new ArrayList<>();
  private final FairPrice[] fair;

  /**
   * @param referenceTicks of each instrument.
   */
  DemoMarket(long seed, int[] referenceTicks) {
    random = new Random(seed);
    fair = new FairPrice[referenceTicks.length];
    for (int i = 0; i < fair.length; i++) {
      fair[i] = new FairPrice(referenceTicks[i]);
    }
    for (int i = 0; i < STYLES.length; i++) {
      participants.add(new Participant(i, STYLES[i], 1 + i, fair.length));
    }
  }

  Participant participant(int index) {
    return participants.get(index);
  }

  /** The investors are one house, whose accounts do not trade with each other. */
  static int selfTradeGroup(int participant) {
    return STYLES[participant] == Style.INVESTOR ? 1 : 0;
  }

  /** The next request. */
  DemoRequest next() {
    int instrument = random.nextInt(fair.length);
    if (random.nextInt(TURNS_A_STEP) == 0) {
      fair[instrument].step(random);
    }
    Participant turn = participants.get(turn());
    return turn.style().next(turn, instrument, fair[instrument].ticks(), random);
  }

  /** Market makers have six turns of ten, takers and investors two each. */
  private int turn() {
    int of10 = random.nextInt(10);
    if (of10 < 6) {
      return random.nextInt(3);
    }
    return of10 < 8 ? 3 + random.nextInt(2) : 5 + random.nextInt(3);
  }
}
