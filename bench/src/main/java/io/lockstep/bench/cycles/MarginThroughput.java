package io.lockstep.bench.cycles;

import io.lockstep.bench.flow.BurstSenders;
import io.lockstep.bench.flow.CardEncoding;
import io.lockstep.bench.flow.CommandStream;
import io.lockstep.bench.flow.MixedFlow;
import io.lockstep.bench.flow.Senders;
import io.lockstep.bench.margin.MarginSetUp;
import io.lockstep.sim.verilated.VerilatedCard;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Cycles a command of the {@link MixedFlow}, as many commands waiting as the window holds, on a
 * card with margin whose accounts have 8 positions each, and of the same commands on one without.
 * No account is ever short of money, so that both cards do the same.
 */
public final class MarginThroughput {
  /** Positions of each account; it trades in the first. */
  static final int POSITIONS = 8;

  /** Fewest accounts: as many as there are market makers. */
  public static final int ACCOUNTS_MIN = 50;

  /** Who sends the commands. */
  public enum Sender {
    /** Accounts at random, a command each. */
    AT_RANDOM,
    /** Market makers, 20 commands at a time. */
    IN_BURSTS
  }

  private static final int RESTING = 1_000;
  private static final int MAKERS = ACCOUNTS_MIN;
  private static final int BURST = 20;
  private static final int GROUP = 0;
  private static final int FIRST_EPOCH = 1;

  private final int accounts;
  private final long seed;
  private final Supplier<VerilatedCard> cards;

  /**
   * @param cards with room for {@link #ACCOUNTS_MIN} accounts and more.
   */
  public MarginThroughput(MarginCards cards, long seed) {
    this(cards.accounts(), seed, cards::open);
  }

  /**
   * @param cards opens a card with margin that has room for the accounts.
   */
  MarginThroughput(int accounts, long seed, Supplier<VerilatedCard> cards) {
    this.accounts = accounts;
    this.seed = seed;
    this.cards = cards;
  }

  /** Cycles of so many commands on a card without margin. */
  public long withoutMargin(Sender sender, long commands) {
    try (VerilatedCard card = VerilatedCard.open()) {
      CardEncoding encoding = new CardEncoding(POSITIONS);
      encoding.define(card, accounts);
      return new FlowThroughput(card, flow(sender), encoding, RESTING).cycles(commands);
    }
  }

  /** Cycles of so many commands on a card with margin. */
  public long withMargin(Sender sender, long commands) {
    try (VerilatedCard card = open()) {
      return throughput(card, flow(sender)).cycles(commands);
    }
  }

  /**
   * The same where half-way all marks move, with the cycles of what the host sends for that: {@link
   * MarkMove}.
   */
  public long marksMoving(Sender sender, long commands) {
    try (VerilatedCard card = open()) {
      MixedFlow flow = flow(sender);
      FlowThroughput throughput = throughput(card, flow);
      throughput.fill();
      MarginSetUp move = new MarginSetUp(card.description().scenarios());
      stage(move, new Random(seed + 1), 1);
      move.commit(GROUP, FIRST_EPOCH + 1);
      return throughput.cycles(
          new MarkMove(throughput.next(commands), flow, commands / 2, move, accounts));
    }
  }

  private FlowThroughput throughput(VerilatedCard card, MixedFlow flow) {
    return new FlowThroughput(card, flow, new CardEncoding(POSITIONS), RESTING);
  }

  private MixedFlow flow(Sender sender) {
    return new MixedFlow(
        seed,
        RESTING,
        sender == Sender.AT_RANDOM
            ? Senders.atRandom(accounts, seed)
            : new BurstSenders(seed, accounts, MAKERS, BURST));
  }

  private VerilatedCard open() {
    VerilatedCard card = cards.get();
    new CommandStream(card).run(setUp(card).iterator());
    return card;
  }

  private MarginSetUp setUp(VerilatedCard card) {
    Random random = new Random(seed);
    MarginSetUp setUp = new MarginSetUp(card.description().scenarios());
    for (int i = 0; i < POSITIONS; i++) {
      MarginInstruments.define(setUp, i, GROUP);
    }
    stage(setUp, random, 0);
    setUp.commit(GROUP, FIRST_EPOCH);
    for (int account = 0; account < accounts; account++) {
      setUp.account(account, MarginInstruments.CASH);
      setUp.portfolio(account, account, GROUP, FIRST_EPOCH);
      for (int i = 0; i < POSITIONS; i++) {
        long slot = (long) account * POSITIONS + i;
        setUp.position(slot, account, i, account, MarginInstruments.lots(random));
      }
    }
    setUp.endOfLoad();
    return setUp;
  }

  private static void stage(MarginSetUp setUp, Random random, int moved) {
    for (int i = 0; i < POSITIONS; i++) {
      MarginInstruments.stage(setUp, i, moved, random);
    }
  }
}
