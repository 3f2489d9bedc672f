package io.lockstep.sim.model;

import static io.lockstep.sim.model.OrderPool.NONE;
import static io.lockstep.sim.model.Sides.NO_PRICE;

import io.lockstep.schema.card.AuditDecoder;
import io.lockstep.schema.card.AuditLinesEncoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;

/** Audit: streams what the card holds, as lines. */
final class AuditCommand extends Command {
  private static final int INSTRUMENTS = AuditLinesEncoder.instruments((short) 0, true);
  private static final int ORDERS = AuditLinesEncoder.orders((short) 0, true);
  private static final int POSITIONS = AuditLinesEncoder.positions((short) 0, true);
  private static final int ACCOUNTS = AuditLinesEncoder.accounts((short) 0, true);
  private static final int SUPPORTED = INSTRUMENTS | ORDERS | POSITIONS | ACCOUNTS;

  private final AuditDecoder command = new AuditDecoder();
  private int asked;
  private int lines;

  AuditCommand(CardState state, EventWriter events) {
    super(state, events, AuditDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
  }

  @Override
  void decode(Messages window, int at) {
    command.wrap(window.buffer(), at, AuditDecoder.BLOCK_LENGTH, AuditDecoder.SCHEMA_VERSION);
    asked = command.lines().getRaw();
  }

  @Override
  boolean hasUnsupportedCode() {
    return (asked & ~SUPPORTED) != 0;
  }

  @Override
  RejectReason refusal() {
    return NOT_REFUSED;
  }

  @Override
  void carryOut() {
    lines = 0;
    streamInstruments();
    if (isAsked(ORDERS)) {
      streamParkedOrders();
    }
    if (isAsked(POSITIONS)) {
      streamPositions();
    }
    if (isAsked(ACCOUNTS)) {
      streamAccounts();
    }
    events.done(TemplateId.AUDIT, lines);
  }

  private boolean isAsked(int kind) {
    return (asked & kind) != 0;
  }

  private void streamInstruments() {
    for (int number = 0; number < state.capacities.instruments(); number++) {
      if (!state.knowsInstrument(number)) {
        continue;
      }
      Instrument instrument = state.instrument(number);
      if (isAsked(INSTRUMENTS)) {
        events.auditInstrument(instrument);
        lines++;
      }
      if (isAsked(ORDERS)) {
        streamResting(instrument.book.bids);
        streamResting(instrument.book.asks);
      }
    }
  }

  private void streamResting(BookSide side) {
    for (int price = side.bestPrice(); price != NO_PRICE; price = side.nextWorsePrice(price)) {
      int rank = 0;
      for (int slot = side.first(price); slot != NONE; slot = state.pool.next(slot)) {
        events.auditOrder(state.pool, slot, rank++);
        lines++;
      }
    }
  }

  private void streamParkedOrders() {
    IndexSet parked = state.pool.parked;
    for (int slot = parked.next(0); slot != IndexSet.NONE; slot = parked.next(slot + 1)) {
      events.auditOrder(state.pool, slot, 0);
      lines++;
    }
  }

  private void streamPositions() {
    IndexSet open = state.positions.open;
    for (int slot = open.next(0); slot != IndexSet.NONE; slot = open.next(slot + 1)) {
      events.auditPosition(state.positions, slot);
      lines++;
    }
  }

  private void streamAccounts() {
    IndexSet known = state.accounts.known;
    for (int account = known.next(0); account != IndexSet.NONE; account = known.next(account + 1)) {
      events.auditAccount(account, state.accounts.group(account));
      lines++;
    }
  }
}
