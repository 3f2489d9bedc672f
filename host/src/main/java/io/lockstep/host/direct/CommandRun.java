package io.lockstep.host.direct;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.FaultDecoder;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;

/**
 * Sends commands to a card, as many as it takes, in turns that do not block. Owned by one thread,
 * as the card is. Who shall not wait for a silent card for ever gives one that tells it is lost.
 */
public final class CommandRun {
  /** How far it is. */
  public enum State {
    /** There is more to do. */
    RUNNING,
    /** Every command was answered. */
    DONE,
    /** The card is lost. */
    LOST
  }

  private static final int EVENTS_A_TURN = 256;

  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final Card card;
  private final Supplier<DirectBuffer> commands;
  private final EventHandler events;
  private final EventHandler tap = this::onEvent;
  private DirectBuffer next;
  private boolean asked;
  private boolean faulty;
  private long unanswered;

  /**
   * @param card owes no answer.
   * @param commands answers the next one, or null when there are no more.
   * @param events gets all answers.
   */
  public CommandRun(Card card, Supplier<DirectBuffer> commands, EventHandler events) {
    this.card = card;
    this.commands = commands;
    this.events = events;
  }

  /** One turn. */
  public State work() {
    if (!offer() || card.poll(tap, EVENTS_A_TURN) < 0 || faulty) {
      return State.LOST;
    }
    return unanswered == 0 && next == null ? State.DONE : State.RUNNING;
  }

  /** Offers what the card takes now; false: it is lost. */
  private boolean offer() {
    if (!asked) {
      asked = true;
      next = commands.get();
    }
    while (next != null) {
      long number = card.offer(next, 0);
      if (number < 0) {
        return number == Card.NO_CREDIT;
      }
      unanswered++;
      next = commands.get();
    }
    return true;
  }

  private void onEvent(DirectBuffer event, int offset) {
    header.wrap(event, offset);
    faulty |= header.templateId() == FaultDecoder.TEMPLATE_ID;
    unanswered -= header.flags().last() ? 1 : 0;
    events.onEvent(event, offset);
  }
}
