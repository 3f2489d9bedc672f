package io.lockstep.host.engine;

import io.lockstep.schema.client.FollowGreeksDecoder;
import io.lockstep.schema.client.RejectReason;
import java.util.concurrent.TimeUnit;

/** Owners who want to be told an account's Greeks now and again, or no more. */
final class GreekFollowings extends AnsweredRequests {
  private final FollowGreeksDecoder wish = new FollowGreeksDecoder();
  private final LogState state;
  private final Commands commands;

  GreekFollowings(LogState state, Commands commands, VenueReports reports) {
    super(reports);
    this.state = state;
    this.commands = commands;
  }

  @Override
  int templateId() {
    return FollowGreeksDecoder.TEMPLATE_ID;
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    wish.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    Request request = queue.next();
    request.begin(this, message);
    request.clientOrderId = wish.clientOrderId();
    RejectReason reason = fault(message);
    request.refusal = reason.value();
    if (reason == RejectReason.NONE) {
      carryOut(message);
      commands.barrier(request);
    }
    queue.push();
  }

  private RejectReason fault(LogMessage message) {
    if (!state.sessions().advance(message.session(), wish.clientOrderId())) {
      return RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    }
    if (!state.accounts().owns(message.participant(), (int) wish.account())) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    if (!state.groups().isMargined()) {
      return RejectReason.NO_MARGIN_HERE;
    }
    boolean room = state.greekFollowers().hasRoom(message.session(), (int) wish.account());
    return room ? RejectReason.NONE : RejectReason.FOLLOWERS_EXHAUSTED;
  }

  private void carryOut(LogMessage message) {
    int account = (int) wish.account();
    if (wish.intervalMs() == 0) {
      state.greekFollowers().leave(message.session(), account);
    } else {
      state
          .greekFollowers()
          .follow(
              message.session(),
              account,
              wish.clientOrderId(),
              TimeUnit.MILLISECONDS.toNanos(wish.intervalMs()),
              message.timeNs());
    }
  }
}
