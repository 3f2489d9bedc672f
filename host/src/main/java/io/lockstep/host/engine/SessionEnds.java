package io.lockstep.host.engine;

import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.CancelReason;
import io.lockstep.schema.client.SessionClosedDecoder;

/** Sessions that end, and with them their orders where the session asked for it. */
final class SessionEnds extends RequestKind {
  private final Sessions sessions;
  private final GreekFollowers followers;
  private final Commands commands;
  private final MassEnds mass;

  SessionEnds(LogState state, Commands commands, MassEnds mass) {
    sessions = state.sessions();
    followers = state.greekFollowers();
    this.commands = commands;
    this.mass = mass;
  }

  @Override
  int templateId() {
    return SessionClosedDecoder.TEMPLATE_ID;
  }

  // ------------------------------------------------------------------ stage A

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    followers.end(message.session());
    if (sessions.close(message.session())) {
      Request request = queue.next();
      request.begin(this, message);
      commands.massCancel(request, Commands.ANY, message.session(), Commands.ANY);
      queue.push();
    }
  }

  // ------------------------------------------------------------------ stage B

  @Override
  void onCancelled(Request request, CancelledDecoder cancelled) {
    mass.add(request, cancelled);
  }

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    if (!mass.isReported(request, done, CancelReason.DISCONNECT)) {
      return false;
    }
    mass.clear();
    return true;
  }
}
