package io.lockstep.host;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.ForwardingCard;
import io.lockstep.schema.card.EventHeaderEncoder;
import io.lockstep.schema.card.FaultEncoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A real card that is lost at a chosen command or event, in a chosen way. */
final class FailingCard extends ForwardingCard {
  /** How a card is lost. */
  enum Way {
    /** It takes no command any more. */
    REFUSES_COMMANDS,
    /** It gives no event any more, maybe in the middle of a command's. */
    REFUSES_EVENTS,
    /** It tells a fault of its own, in place of an event, and is lost then. */
    TELLS_FAULT,
    /** It takes commands and answers none. */
    IS_SILENT
  }

  private final Way way;
  private long after;
  private long commands;
  private long events;
  private boolean told;
  private boolean spared;

  /**
   * @param after so many commands (refuses commands), or events (else).
   */
  FailingCard(Card card, Way way, long after) {
    super(card);
    this.way = way;
    this.after = after;
  }

  /** True once it is lost. */
  boolean hasFailed() {
    return way == Way.REFUSES_COMMANDS ? commands > after : events >= after;
  }

  /** From now on it is not lost any more, unless it is, and counts nothing. */
  void spare() {
    spared = !hasFailed();
  }

  /** It is lost so many events from now. */
  void failIn(int eventsFromNow) {
    after = events + eventsFromNow;
  }

  /** Commands that it took. */
  long commands() {
    return commands;
  }

  /** Events that it gave. */
  long events() {
    return events;
  }

  @Override
  public long offer(DirectBuffer command, int offset) {
    if (spared) {
      return card.offer(command, offset);
    }
    if (way == Way.IS_SILENT && hasFailed()) {
      return commands++;
    }
    commands++;
    if (hasFailed() && (way == Way.REFUSES_COMMANDS || told)) {
      return FAULTED;
    }
    long number = card.offer(command, offset);
    commands -= number == NO_CREDIT ? 1 : 0;
    return number;
  }

  @Override
  public int poll(EventHandler handler, int limit) {
    if (spared) {
      return card.poll(handler, limit);
    }
    if (way == Way.REFUSES_COMMANDS) {
      return hasFailed() ? FAULTED : card.poll(handler, limit);
    }
    if (hasFailed()) {
      return fail(handler);
    }
    int polled = card.poll(handler, (int) Math.min(limit, after - events));
    events += polled;
    return polled;
  }

  private int fail(EventHandler handler) {
    if (way == Way.IS_SILENT) {
      return 0;
    }
    if (way == Way.REFUSES_EVENTS || told) {
      return FAULTED;
    }
    told = true;
    UnsafeBuffer event = new UnsafeBuffer(new byte[MESSAGE_BYTES]);
    new EventHeaderEncoder().wrap(event, 0).templateId(FaultEncoder.TEMPLATE_ID).flags().last(true);
    handler.onEvent(event, 0);
    return 1;
  }

  @Override
  public String failure() {
    return hasFailed() ? "planted: " + way : "";
  }
}
