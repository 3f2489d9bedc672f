package io.lockstep.host.engine;

import io.lockstep.host.margin.RiskGroups;
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
  private final RiskGroups groups;
  private final OrderTable orders;
  private final Calls calls;
  private final Commands commands;
  private final VenueReports reports;
  private long refused;

  InstrumentDefinitions(
      LogState state, OrderTable orders, Calls calls, Commands commands, VenueReports reports) {
    instruments = state.instruments();
    groups = state.groups();
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
    if (!instruments.fits(id) || groups.isMargined() && groups.contract(id) == null) {
      refused++;
      return;
    }
    Request request = queue.next();
    request.begin(this, message);
    request.instrumentId = id;
    request.instrument = instruments.read(definition);
    commands.setInstrument(request, request.instrument, groups.contract(id));
    queue.push();
    if (groups.isMargined()) {
      InstrumentTerms terms = request.instrument.terms();
      groups.begin(
          id,
          terms.tickSize(),
          terms.multiplier(),
          terms.maxPriceTicks(),
          (int) terms.referenceTicks());
    }
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
