package io.lockstep.sim.lockstep;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.ForwardingCard;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A real card with one fault, from one event or command on. Without a fault it is as it was. */
final class FaultyCard extends ForwardingCard {
  private final UnsafeBuffer changed = new UnsafeBuffer(new byte[MESSAGE_BYTES]);
  private long brokenEvent = Long.MAX_VALUE;
  private int brokenByte;
  private long silentFrom = Long.MAX_VALUE;
  private long lostFrom = Long.MAX_VALUE;
  private long refusesFrom = Long.MAX_VALUE;
  private long events;
  private long commands;
  private boolean closed;

  FaultyCard(Card card) {
    super(card);
  }

  /** One bit of one byte of one event, counted from 0, is wrong. */
  FaultyCard breaking(long event, int byteNumber) {
    brokenEvent = event;
    brokenByte = byteNumber;
    return this;
  }

  FaultyCard silentFrom(long event) {
    silentFrom = event;
    return this;
  }

  FaultyCard lostFrom(long event) {
    lostFrom = event;
    return this;
  }

  FaultyCard refusingFrom(long command) {
    refusesFrom = command;
    return this;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public long offer(DirectBuffer command, int offset) {
    return commands++ >= refusesFrom ? NO_CREDIT : card.offer(command, offset);
  }

  @Override
  public int poll(EventHandler handler, int limit) {
    if (events >= lostFrom) {
      return FAULTED;
    }
    long until = Math.min(Math.min(silentFrom, lostFrom) - events, limit);
    return card.poll((event, offset) -> handOver(handler, event, offset), (int) until);
  }

  private void handOver(EventHandler handler, DirectBuffer event, int offset) {
    if (events++ == brokenEvent) {
      changed.putBytes(0, event, offset, MESSAGE_BYTES);
      changed.putByte(brokenByte, (byte) (changed.getByte(brokenByte) ^ 0x10));
      handler.onEvent(changed, 0);
    } else {
      handler.onEvent(event, offset);
    }
  }

  @Override
  public void close() {
    closed = true;
    card.close();
  }
}
