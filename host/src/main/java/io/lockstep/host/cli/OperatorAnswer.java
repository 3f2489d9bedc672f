package io.lockstep.host.cli;

import io.lockstep.host.client.ClientListener;
import io.lockstep.schema.client.MachineAnswerDecoder;
import io.lockstep.schema.client.MachineOutcome;
import io.lockstep.schema.client.RefusedDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.RequestDoneDecoder;
import java.util.function.LongFunction;

/** Waits for the answer to one request of an operator. One thread. */
final class OperatorAnswer implements ClientListener {
  private final long clientOrderId;
  private final LongFunction<String> done;
  private boolean isDone;
  private String text;

  /**
   * @param clientOrderId of the request.
   * @param done what an answer with a count means, for people.
   */
  OperatorAnswer(long clientOrderId, LongFunction<String> done) {
    this.clientOrderId = clientOrderId;
    this.done = done;
  }

  boolean hasCome() {
    return text != null;
  }

  /** It was carried out. */
  boolean isDone() {
    return isDone;
  }

  /** What was done, or why it was not. */
  String text() {
    return text;
  }

  @Override
  public void onRequestDone(RequestDoneDecoder answer) {
    if (answer.clientOrderId() == clientOrderId) {
      isDone = answer.reason() == RejectReason.NONE;
      text = isDone ? done.apply(answer.count()) : "refused: " + answer.reason();
    }
  }

  @Override
  public void onMachineAnswer(MachineAnswerDecoder answer) {
    if (answer.clientOrderId() == clientOrderId) {
      isDone = answer.outcome() == MachineOutcome.DONE;
      text = answer.text();
    }
  }

  @Override
  public void onRefused(RefusedDecoder refused) {
    if (refused.clientOrderId() == clientOrderId) {
      text = "refused: " + refused.reason();
    }
  }
}
