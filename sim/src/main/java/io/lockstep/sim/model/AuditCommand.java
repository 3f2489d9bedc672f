package io.lockstep.sim.model;

import static io.lockstep.sim.model.OrderPool.NONE;
import static io.lockstep.sim.model.Sides.NO_PRICE;

import io.lockstep.schema.card.AuditDecoder;
import io.lockstep.schema.card.AuditLinesEncoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import org.agrona.DirectBuffer;

/** Audit: streams what the card holds, a line for each known instrument and each live order. */
final class AuditCommand {
  private static final int SUPPORTED_LINES =
      AuditLinesEncoder.orders(AuditLinesEncoder.instruments((short) 0, true), true);

  private final CardState state;
  private final EventWriter events;
  private final AuditDecoder audit = new AuditDecoder();
  private int lines;

  AuditCommand(CardState state, EventWriter events) {
    this.state = state;
    this.events = events;
  }

  /** Executes the command at {@code offset}; returns why it was refused, NULL_VAL if it was not. */
  RejectReason execute(DirectBuffer command, int offset) {
    audit.wrap(command, offset, AuditDecoder.BLOCK_LENGTH, AuditDecoder.SCHEMA_VERSION);
    RejectReason reason = refusal();
    if (reason == RejectReason.NULL_VAL) {
      stream(audit.lines().instruments(), audit.lines().orders());
      events.done(TemplateId.AUDIT, lines);
    } else {
      events.rejected(AuditDecoder.TEMPLATE_ID, 0, 0, reason);
    }
    return reason;
  }

  private RejectReason refusal() {
    boolean unsupported =
        audit.header().flags().getRaw() != 0 || (audit.lines().getRaw() & ~SUPPORTED_LINES) != 0;
    return unsupported ? RejectReason.UNSUPPORTED_FIELD : RejectReason.NULL_VAL;
  }

  private void stream(boolean instruments, boolean orders) {
    lines = 0;
    for (int number = 0; number < state.capacities.instruments(); number++) {
      Instrument instrument = state.instrument(number);
      if (!instrument.isKnown()) {
        continue;
      }
      if (instruments) {
        events.auditInstrument(instrument);
        lines++;
      }
      if (orders) {
        stream(instrument.book.bids);
        stream(instrument.book.asks);
      }
    }
  }

  private void stream(BookSide side) {
    for (int price = side.bestPrice(); price != NO_PRICE; price = side.nextWorsePrice(price)) {
      int rank = 0;
      int slot = side.level(price).first();
      for (; slot != NONE; slot = state.pool.next[slot]) {
        events.auditOrder(state.pool, slot, rank);
        rank++;
        lines++;
      }
    }
  }
}
