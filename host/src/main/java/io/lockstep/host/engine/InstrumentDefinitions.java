package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.InstrumentDefinedDecoder;

/** Definitions of instruments. They hold once the card took them. */
final class InstrumentDefinitions extends RequestKind {
  private final InstrumentDefinedDecoder definition = new InstrumentDefinedDecoder();
  private final Instruments instruments;
  private final Calls calls;
  private final Commands commands;
  private long refused;

  InstrumentDefinitions(Instruments instruments, Calls calls, Commands commands) {
    this.instruments = instruments;
    this.calls = calls;
    this.commands = commands;
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
  boolean isDrained() {
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
    commands.setInstrument(request, definition);
    queue.push();
  }

  @Override
  void onRefused(Request request, int reason) {
    refused++;
  }

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    instruments.put(request.instrument);
    calls.define(request.instrument);
    return true;
  }
}
