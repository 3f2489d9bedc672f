package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.LoadEndedDecoder;

/** The end of the venue's definitions: the card takes orders from then on. */
final class LoadEnds extends RequestKind {
  private final Commands commands;

  LoadEnds(Commands commands) {
    this.commands = commands;
  }

  @Override
  int templateId() {
    return LoadEndedDecoder.TEMPLATE_ID;
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    Request request = queue.next();
    request.begin(this, message);
    commands.endOfLoad(request);
    queue.push();
  }

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    return true;
  }
}
