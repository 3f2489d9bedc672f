package io.lockstep.host.feed;

import io.lockstep.schema.client.BookSnapshotBegunEncoder;
import io.lockstep.schema.client.BookSnapshotEndedEncoder;
import io.lockstep.schema.client.BookSnapshotOrderEncoder;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.Phase;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Sends the books in rounds, one instrument after the other, at a steady pace, whatever happens in
 * the books meanwhile: an order is told as it is at that place of the feed. One thread.
 */
final class BookSnapshots {
  private static final int MESSAGES_A_MS = 16;
  private static final int MESSAGES_A_TURN = 64;

  private enum Step {
    PAUSE,
    BEGIN,
    ORDERS
  }

  private final FeedStream stream;
  private final FeedOrders orders;
  private final long intervalMs;
  private final boolean[] defined;
  private final long[] bandLows;
  private final long[] bandHighs;
  private final Phase[] phases;
  private final MutableDirectBuffer message = new ExpandableArrayBuffer();
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final BookSnapshotBegunEncoder begun = new BookSnapshotBegunEncoder();
  private final BookSnapshotOrderEncoder told = new BookSnapshotOrderEncoder();
  private final BookSnapshotEndedEncoder ended = new BookSnapshotEndedEncoder();
  private Step step = Step.PAUSE;
  private int instrument;
  private long dueMs;
  private long lastMs;
  private long allowed;
  private boolean hadReaders;

  /**
   * @param intervalMs from the beginning of a round to that of the next, unless a round takes
   *     longer.
   */
  BookSnapshots(
      FeedStream stream, FeedOrders orders, int instruments, long intervalMs, long nowMs) {
    this.stream = stream;
    this.orders = orders;
    this.intervalMs = intervalMs;
    defined = new boolean[instruments];
    bandLows = new long[instruments];
    bandHighs = new long[instruments];
    phases = new Phase[instruments];
    dueMs = nowMs;
    lastMs = nowMs;
  }

  /** An instrument is there. */
  void define(int id, long bandLow, long bandHigh, Phase phase) {
    defined[id] = true;
    bandLows[id] = bandLow;
    bandHighs[id] = bandHigh;
    phases[id] = phase;
  }

  /** An instrument has another phase or band. */
  void update(InstrumentStatusDecoder status) {
    define((int) status.instrument(), status.bandLow(), status.bandHigh(), status.phase());
  }

  /**
   * Sends what the pace allows; nothing while nobody reads.
   *
   * @return messages sent.
   */
  int turn(long nowMs) {
    allowed = Math.min(MESSAGES_A_TURN, allowed + (nowMs - lastMs) * MESSAGES_A_MS);
    lastMs = nowMs;
    boolean hasReaders = stream.isConnected();
    if (hasReaders && !hadReaders) {
      dueMs = nowMs; // the first one shall not wait
    }
    hadReaders = hasReaders;
    int sent = 0;
    while (hasReaders && allowed > 0 && stream.isRoomy() && sendNext(nowMs)) {
      allowed--;
      sent++;
    }
    return sent;
  }

  /** Sends one message; false: the next round is not due. */
  private boolean sendNext(long nowMs) {
    if (step == Step.PAUSE) {
      if (nowMs < dueMs) {
        return false;
      }
      dueMs = nowMs + intervalMs;
      instrument = -1;
      nextInstrument();
      return step != Step.PAUSE && sendNext(nowMs);
    }
    if (step == Step.BEGIN) {
      begin();
      step = Step.ORDERS;
      return true;
    }
    int order = orders.nextOfWalk();
    if (order != FeedOrders.END) {
      tell(order);
    } else {
      end();
      nextInstrument();
    }
    return true;
  }

  private void nextInstrument() {
    do {
      instrument++;
    } while (instrument < defined.length && !defined[instrument]);
    step = instrument < defined.length ? Step.BEGIN : Step.PAUSE;
  }

  private void begin() {
    begun
        .wrapAndApplyHeader(message, 0, header)
        .bandLow(bandLows[instrument])
        .bandHigh(bandHighs[instrument])
        .instrument(instrument)
        .phase(phases[instrument]);
    send(BookSnapshotBegunEncoder.BLOCK_LENGTH);
    orders.beginWalk(instrument);
  }

  private void tell(int order) {
    told.wrapAndApplyHeader(message, 0, header)
        .orderId(orders.orderId(order))
        .priority(orders.priority(order))
        .price(orders.price(order))
        .openQuantity(orders.openLots(order))
        .instrument(instrument)
        .side(orders.side(order));
    send(BookSnapshotOrderEncoder.BLOCK_LENGTH);
  }

  private void end() {
    ended
        .wrapAndApplyHeader(message, 0, header)
        .instrument(instrument)
        .orders(orders.count(instrument));
    send(BookSnapshotEndedEncoder.BLOCK_LENGTH);
  }

  private void send(int blockLength) {
    stream.send(message, 0, MessageHeaderEncoder.ENCODED_LENGTH + blockLength);
  }
}
