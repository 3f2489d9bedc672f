package io.lockstep.bench.margin;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.MarginWriter;
import io.lockstep.host.direct.CardLink;
import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.SweepDoneDecoder;
import io.lockstep.sim.model.Capacities;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * A card's: the positions are loaded while all arrays are 0, then the arrays are committed, and
 * sweeps re-value every portfolio. With factors of 1 and no other charge, an account's maintenance
 * margin is what it loses in its worst scenario.
 */
final class CardRevaluation {
  private static final int GROUP = 0;
  private static final int FACTOR_ONE = 256;
  private static final int FIRST_EPOCH = 1;
  private static final int LEVELS = 64;
  private static final int MAX_PRICE = 1_000_000;
  private static final int ORDER_SLOTS = 512;
  private static final int WINDOW_SLOTS = 256;

  /** What a sweep may take on at once, so that orders need not wait for long. */
  private static final int POSITIONS_OF_SWEEP_MAX = 2_048;

  private final PositionSet set;
  private final CardLink link;
  private final CommandWriter commands = new CommandWriter();
  private final MarginWriter margin = new MarginWriter();
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final RejectedDecoder rejected = new RejectedDecoder();
  private final AuditAccountDecoder line = new AuditAccountDecoder();
  private final SweepDoneDecoder swept = new SweepDoneDecoder();
  private final EventHandler events = this::onEvent;
  private final long[] worst;
  private long revalued;

  /**
   * @param card as after a reset, with room for the positions; stays open.
   */
  CardRevaluation(Card card, PositionSet set) {
    this.set = set;
    link = new CardLink(card);
    worst = new long[set.accounts()];
  }

  /** What a card must hold for so many positions. */
  static Capacities room(PositionSet set) {
    int lanes = set.scenarios() > 16 ? 32 : 16;
    return new Capacities(
            PositionSet.INSTRUMENTS,
            LEVELS,
            ORDER_SLOTS,
            ORDER_SLOTS - 256,
            set.accounts(),
            set.accounts() * set.positions(),
            WINDOW_SLOTS)
        .withMargin(set.accounts(), lanes, GROUP + 1);
  }

  /**
   * Loads, commits, sweeps.
   *
   * @return each account's profit in its worst scenario, at most 0.
   * @throws IllegalStateException if the card refuses a command, or does not re-value everything.
   */
  long[] run() {
    defineInstruments();
    commit(new int[set.arrays().length], FIRST_EPOCH);
    loadPositions();
    commands.endOfLoad();
    send(commands.command());
    commit(set.arrays(), FIRST_EPOCH + 1);
    sweep();
    commands.audit().accounts(true);
    send(commands.command());
    return worst;
  }

  private void defineInstruments() {
    for (int i = 0; i < PositionSet.INSTRUMENTS; i++) {
      commands
          .setInstrument(i, 0, 0, LEVELS - 1, MAX_PRICE, PositionSet.LOTS_MAX)
          .multiplier(PositionSet.MULTIPLIER)
          .margin(GROUP, 0, 0, PositionSet.LOTS_MAX);
      send(commands.command());
    }
  }

  private void commit(int[] arrays, long epoch) {
    int parts = link.card().description().scenarios() / MarginWriter.LANES_A_PART;
    for (int i = 0; i < PositionSet.INSTRUMENTS; i++) {
      int from = i * PositionSet.STRIDE;
      int[] lanes = Arrays.copyOfRange(arrays, from, from + PositionSet.STRIDE);
      for (int part = 0; part < parts; part++) {
        margin.stageArray(i, part, set.marks()[i], 0, lanes);
        send(margin.command());
      }
      margin.sizeCurve(i);
      send(margin.command());
    }
    margin.commitGroup(GROUP, FACTOR_ONE, FACTOR_ONE, epoch);
    send(margin.command());
  }

  private void loadPositions() {
    for (int account = 0; account < set.accounts(); account++) {
      margin.loadAccount(account, 0, 0, 0, MarginStatus.HEALTHY);
      send(margin.command());
      margin.loadPortfolio(account, account, GROUP, 0, FIRST_EPOCH);
      send(margin.command());
    }
    for (int i = 0; i < set.lots().length; i++) {
      int account = i / set.positions();
      commands.loadPosition(i, account, set.instruments()[i], set.lots()[i]).portfolio(account);
      send(commands.command());
    }
  }

  private void sweep() {
    int chunk = POSITIONS_OF_SWEEP_MAX / set.positions();
    for (int first = 0; first < set.accounts(); first += chunk) {
      margin.sweepChunk(first, Math.min(chunk, set.accounts() - first));
      send(margin.command());
    }
    if (revalued != set.accounts()) {
      throw new IllegalStateException(revalued + " of " + set.accounts() + " were re-valued");
    }
  }

  private void send(DirectBuffer command) {
    link.exchange(command, events);
  }

  private void onEvent(DirectBuffer event, int offset) {
    switch (header.wrap(event, offset).templateId()) {
      case RejectedDecoder.TEMPLATE_ID -> {
        rejected.wrap(event, offset, Card.MESSAGE_BYTES, RejectedDecoder.SCHEMA_VERSION);
        throw new IllegalStateException("the card refuses: " + rejected.reason());
      }
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
}
