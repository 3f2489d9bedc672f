package io.lockstep.bench.margin;

import io.lockstep.bench.flow.CommandStream;
import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.SweepDoneDecoder;
import io.lockstep.sim.model.Capacities;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;

/**
 * A card's: the positions are loaded while all arrays are 0; then, for each set of scenarios, the
 * arrays are committed, and sweeps re-value every portfolio. With factors of 1 and no other charge,
 * an account's maintenance margin is what it loses in its worst scenario.
 */
final class CardRevaluation {
  private static final int GROUP = 0;
  private static final int LEVELS = 64;
  private static final int MAX_PRICE = 1_000_000;
  private static final int ORDER_SLOTS = 512;
  private static final int WINDOW_SLOTS = 256;
  private static final int SCENARIOS = 32;

  /** So much that no status changes. */
  private static final long CASH = 1L << 50;

  private static final int ACCOUNTS_A_STEP = 1_000;

  /** What a sweep may take on at once, so that orders need not wait for long. */
  private static final int POSITIONS_OF_SWEEP_MAX = 2_048;

  private final PositionSet held;
  private final LongSupplier clock;
  private final int scenarios;
  private final int levels;
  private final CommandStream stream;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final AuditAccountDecoder line = new AuditAccountDecoder();
  private final SweepDoneDecoder swept = new SweepDoneDecoder();
  private final long[] worst;
  private long epoch;
  private long revalued;
  private long cycles;

  /** Of a card without a clock. */
  CardRevaluation(Card card, PositionSet held) {
    this(card, held, () -> 0, accounts -> {});
  }

  /**
   * Loads the positions.
   *
   * @param card as after a reset, with {@link #room}; stays open.
   * @param held accounts and positions; what it says of scenarios does not count yet.
   * @param clock cycles of the card so far.
   * @param progress is told of the accounts loaded so far, now and then.
   */
  CardRevaluation(Card card, PositionSet held, LongSupplier clock, IntConsumer progress) {
    this.held = held;
    this.clock = clock;
    scenarios = card.description().scenarios();
    levels = card.description().levels();
    stream = new CommandStream(card, this::onEvent);
    worst = new long[held.accounts()];
    define();
    for (int from = 0; from < held.accounts(); from += ACCOUNTS_A_STEP) {
      int to = Math.min(from + ACCOUNTS_A_STEP, held.accounts());
      load(from, to);
      progress.accept(to);
    }
    MarginSetUp end = new MarginSetUp(scenarios);
    end.endOfLoad();
    stream.run(end.iterator());
  }

  /** What a card must hold for so many positions, in any set of scenarios. */
  static Capacities room(PositionSet held) {
    Capacities small = Capacities.FUZZ_MARGIN;
    int accounts = powerOfTwo(held.accounts());
    int positions = powerOfTwo(held.accounts() * held.positions());
    if (accounts <= small.accounts() && positions <= small.positions()) {
      return small;
    }
    return new Capacities(
            PositionSet.INSTRUMENTS,
            LEVELS,
            ORDER_SLOTS,
            ORDER_SLOTS - 256,
            accounts,
            positions,
            WINDOW_SLOTS)
        .withMargin(accounts, SCENARIOS, GROUP + 1);
  }

  /**
   * Stages and commits arrays, and sweeps.
   *
   * @param set the same positions with other arrays.
   * @return each account's profit in its worst scenario, at most 0; the next call overwrites it.
   * @throws IllegalStateException if the card refuses a command, or does not re-value everything.
   */
  long[] run(PositionSet set) {
    MarginSetUp arrays = new MarginSetUp(scenarios);
    commit(arrays, set.arrays());
    stream.run(arrays.iterator());
    sweep();
    CommandWriter audit = new CommandWriter();
    audit.audit().accounts(true);
    stream.run(List.of(audit.command()).iterator());
    return worst;
  }

  /** Cycles that the sweeps of the last run took. */
  long cycles() {
    return cycles;
  }

  private void define() {
    MarginSetUp define = new MarginSetUp(scenarios);
    for (int i = 0; i < PositionSet.INSTRUMENTS; i++) {
      define.instrument(
          i, GROUP, 0, levels, MAX_PRICE, PositionSet.LOTS_MAX, PositionSet.MULTIPLIER);
    }
    commit(define, new int[held.arrays().length]);
    stream.run(define.iterator());
  }

  private void load(int from, int to) {
    MarginSetUp load = new MarginSetUp(scenarios);
    for (int account = from; account < to; account++) {
      load.account(account, CASH);
      load.portfolio(account, account, GROUP, epoch);
      for (int i = account * held.positions(); i < (account + 1) * held.positions(); i++) {
        load.position(i, account, held.instruments()[i], account, held.lots()[i]);
      }
    }
    stream.run(load.iterator());
  }

  private void commit(MarginSetUp commands, int[] arrays) {
    for (int i = 0; i < PositionSet.INSTRUMENTS; i++) {
      int from = i * PositionSet.STRIDE;
      int[] lanes = Arrays.copyOfRange(arrays, from, from + PositionSet.STRIDE);
      commands.stage(i, held.marks()[i], lanes);
    }
    commands.commit(GROUP, ++epoch);
  }

  private void sweep() {
    MarginSetUp sweeps = new MarginSetUp(scenarios);
    int chunk = POSITIONS_OF_SWEEP_MAX / held.positions();
    for (int first = 0; first < held.accounts(); first += chunk) {
      sweeps.sweep(first, Math.min(chunk, held.accounts() - first));
    }
    revalued = 0;
    long before = clock.getAsLong();
    stream.run(sweeps.iterator());
    cycles = clock.getAsLong() - before;
    if (revalued != held.accounts()) {
      throw new IllegalStateException(revalued + " of " + held.accounts() + " were re-valued");
    }
  }

  private void onEvent(DirectBuffer event, int offset) {
    switch (header.wrap(event, offset).templateId()) {
      case SweepDoneDecoder.TEMPLATE_ID ->
          revalued +=
              swept
                  .wrap(event, offset, Card.MESSAGE_BYTES, SweepDoneDecoder.SCHEMA_VERSION)
                  .revalued();
      case AuditAccountDecoder.TEMPLATE_ID -> {
        line.wrap(event, offset, Card.MESSAGE_BYTES, AuditAccountDecoder.SCHEMA_VERSION);
        worst[(int) line.account()] = -line.maintenanceMargin();
      }
      default -> {
        // Done, and how accounts stand.
      }
    }
  }

  private static int powerOfTwo(int atLeast) {
    return atLeast <= 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
  }
}
