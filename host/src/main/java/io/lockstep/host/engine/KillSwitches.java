package io.lockstep.host.engine;

import io.lockstep.schema.client.CancelReason;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SetKillSwitchDecoder;
import io.lockstep.schema.client.StopScope;
import io.lockstep.schema.client.SwitchPosition;

/**
 * Operators' kill switches: of a session, a participant, or all. What is stopped has no orders left
 * and takes no new ones until the same switch is set back.
 */
final class KillSwitches extends MassRequests {
  private static final int LAST_SCOPE = StopScope.ALL.value();
  private static final int LAST_POSITION = SwitchPosition.STOPPED.value();

  private final SetKillSwitchDecoder killSwitch = new SetKillSwitchDecoder();
  private final LogState state;
  private final Commands commands;

  KillSwitches(
      LogState state, Commands commands, AccountSweep sweep, MassEnds mass, VenueReports reports) {
    super(sweep, mass, reports, CancelReason.KILL_SWITCH);
    this.state = state;
    this.commands = commands;
  }

  @Override
  int templateId() {
    return SetKillSwitchDecoder.TEMPLATE_ID;
  }

  @Override
  boolean isDrained(LogMessage message) {
    wrap(message);
    return stopsParticipant();
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    Invariant.check(message.isFromOperator(), "only operators have kill switches");
    wrap(message);
    RejectReason reason = fault(message);
    if (reason == RejectReason.NONE) {
      set();
      if (stopsParticipant()) {
        sweep((int) killSwitch.subject(), killSwitch.clientOrderId(), Commands.ANY);
        return;
      }
    }
    Request request = queue.next();
    request.begin(this, message);
    request.clientOrderId = killSwitch.clientOrderId();
    request.refusal = reason.value();
    if (reason == RejectReason.NONE) {
      command(request);
    }
    queue.push();
  }

  private void wrap(LogMessage message) {
    killSwitch.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
  }

  private boolean stops() {
    return killSwitch.positionRaw() == SwitchPosition.STOPPED.value();
  }

  private boolean stopsParticipant() {
    return stops() && killSwitch.scopeRaw() == StopScope.PARTICIPANT.value();
  }

  private void set() {
    int subject = (int) killSwitch.subject();
    switch (killSwitch.scope()) {
      case SESSION -> state.sessions().stop(subject, stops());
      case PARTICIPANT -> state.stops().stopParticipant(subject, stops());
      default -> state.stops().stopVenue(stops());
    }
  }

  private void command(Request request) {
    boolean oneSession = killSwitch.scope() == StopScope.SESSION;
    if (stops()) {
      long session = oneSession ? killSwitch.subject() : Commands.ANY;
      commands.massCancel(request, Commands.ANY, session, Commands.ANY);
    } else {
      commands.barrier(request);
    }
  }

  private RejectReason fault(LogMessage message) {
    if (!state.sessions().advance(message.session(), killSwitch.clientOrderId())) {
      return RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    }
    if (killSwitch.scopeRaw() > LAST_SCOPE || killSwitch.positionRaw() > LAST_POSITION) {
      return RejectReason.UNSUPPORTED_CODE;
    }
    return hasSubject() ? RejectReason.NONE : RejectReason.NOTHING_TO_STOP;
  }

  private boolean hasSubject() {
    int subject = (int) killSwitch.subject();
    return switch (killSwitch.scope()) {
      case SESSION -> state.sessions().exists(subject);
      case PARTICIPANT ->
          state.accounts().firstFrom(0, subject) != Accounts.NONE
              || state.sessions().hasAny(subject);
      default -> subject == 0;
    };
  }
}
