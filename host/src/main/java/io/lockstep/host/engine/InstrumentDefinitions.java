package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.InstrumentDefinedDecoder;
import io.lockstep.schema.client.Phase;

/**
 * Definitions of instruments. They hold once the card took them. Whoever reads the output takes an
 * instrument for traded continuously until told otherwise; so another first phase is reported.
 */
final class InstrumentDefinitions extends RequestKind {
  private final InstrumentDefinedDecoder definition = new InstrumentDefinedDecoder();
  private final Instruments instruments;
  private final OrderTable orders;
  private final Calls calls;
  private final Commands commands;
  private final VenueReports reports;
  private long refused;

  InstrumentDefinitions(
      Instruments instruments,
      OrderTable orders,
      Calls calls,
      Commands commands,
      VenueReports reports) {
    this.instruments = instruments;
    this.orders = orders;
    this.calls = calls;
    this.commands = commands;
    this.reports = reports;
  }

  /** Those that do not fit the card, or that it refused. */
  long refused() {
    return refused;
  }

  @Override
  int templateId() {
    return InstrumentDefinedDecoder.TEMPLATE_ID;
  }

  @Override
  boolean isDrained(LogMessage message) {
    return true;
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    definition.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    int id = (int) definition.instrument();
    if (!instruments.fits(id)) {
      refused++;
      return;
    }
    Request request = queue.next();
    request.begin(this, message);
    request.instrumentId = id;
    request.instrument = instruments.read(definition);
    commands.setInstrument(request, request.instrument);
    queue.push();
  }

  @Override
  void onRefused(Request request, int reason) {
    refused++;
  }

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    Instrument defined = request.instrument;
    instruments.put(defined);
    instruments.settle(defined.id());
    calls.define(defined);
    if (defined.phase() == Phase.CALL) {
      calls.open(defined, orders);
    }
    if (defined.phase() != Phase.CONTINUOUS) {
      reports.status(request, defined);
    }
    return true;
  }
}
