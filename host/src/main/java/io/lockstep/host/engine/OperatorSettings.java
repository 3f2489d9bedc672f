package io.lockstep.host.engine;

import io.lockstep.schema.client.RejectReason;
import org.agrona.sbe.MessageDecoderFlyweight;

/**
 * Operators' requests that are one command at most, beside what it needs.
 *
 * @param <D> decodes the request.
 */
abstract class OperatorSettings<D extends MessageDecoderFlyweight> extends AnsweredRequests {
  /** The request at hand. */
  final D asked;

  final LogState state;
  final Commands commands;

  OperatorSettings(D asked, LogState state, Commands commands, VenueReports reports) {
    super(reports);
    this.asked = asked;
    this.state = state;
    this.commands = commands;
  }

  /** The first thing that is wrong with the request at hand, or {@link RejectReason#NONE}. */
  abstract RejectReason fault(LogMessage message);

  /** Pushes what the card must have done before the command of the request at hand. */
  void prepare(LogMessage message, RequestQueue queue) {}

  /** Carries out the request at hand, which has no fault, and writes its command. */
  abstract void command(Request request);

  @Override
  final int templateId() {
    return asked.sbeTemplateId();
  }

  @Override
  final void admit(LogMessage message, RequestQueue queue) {
    Invariant.check(message.isFromOperator(), "only operators change what margin rests on");
    message.wrap(asked);
    long clientOrderId = message.clientOrderId();
    RejectReason reason =
        state.sessions().advance(message.session(), clientOrderId)
            ? fault(message)
            : RejectReason.CLIENT_ORDER_ID_NOT_RISING;
    if (reason == RejectReason.NONE) {
      prepare(message, queue);
    }
    Request request = queue.next();
    request.begin(this, message);
    request.clientOrderId = clientOrderId;
    request.refusal = reason.value();
    if (reason == RejectReason.NONE) {
      command(request);
    }
    queue.push();
  }

  /** What is wrong with a request about an account's margin. */
  final RejectReason faultOf(long account) {
    if (!state.accounts().isDefined((int) account)) {
      return RejectReason.ACCOUNT_NOT_YOURS;
    }
    return state.groups().isMargined() ? RejectReason.NONE : RejectReason.NO_MARGIN_HERE;
  }

  /** The same of one that moves an amount. */
  final RejectReason faultOf(long account, long amount) {
    RejectReason fault = faultOf(account);
    boolean isNothing = fault == RejectReason.NONE && amount == 0;
    return isNothing ? RejectReason.AMOUNT_ZERO : fault;
  }
}
