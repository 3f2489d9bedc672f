package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.LoadEndedDecoder;

/** The end of the venue's definitions: the card takes orders from then on. */
final class LoadEnds extends RequestKind {
  private final Commands commands;
  private boolean ended;

  LoadEnds(Commands commands) {
    this.commands = commands;
  }

  /** True once the card takes orders. */
  boolean ended() {
    return ended;
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
    ended = true;
    return true;
  }
}
