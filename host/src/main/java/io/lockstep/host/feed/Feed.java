package io.lockstep.host.feed;

import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.logbuffer.ControlledFragmentHandler;
import io.aeron.logbuffer.ControlledFragmentHandler.Action;
import io.aeron.logbuffer.Header;
import io.lockstep.driver.CardDescription;
import io.lockstep.host.engine.BookVisitor;
import io.lockstep.host.engine.Engine;
import io.lockstep.host.publisher.Report;
import io.lockstep.schema.client.BookChange;
import io.lockstep.schema.client.BookOrderDecoder;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.PublicTradeDecoder;
import io.lockstep.schema.client.Side;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.EpochClock;

/**
 * The feed's agent: sends what is public in the output stream, behind the publisher, so that nobody
 * hears of a trade before its parties are told and nothing leaves whose cause is not journalled.
 * Between it go snapshots of the books, from orders that the agent keeps by what it sends. Readers
 * never hold it; allocates nothing once warm. One thread.
 */
public final class Feed implements Agent {
  /** More than the engine writes in a turn, else the output falls behind, and at last the log. */
  private static final int MESSAGES_A_TURN = 256;

  private final Subscription output;
  private final LongSupplier publishedPosition;
  private final EpochClock clock;
  private final FeedStream stream;
  private final FeedOrders orders;
  private final BookSnapshots snapshots;
  private final Report report = new Report();
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final BookOrderDecoder bookOrder = new BookOrderDecoder();
  private final PublicTradeDecoder trade = new PublicTradeDecoder();
  private final InstrumentStatusDecoder status = new InstrumentStatusDecoder();
  private final ControlledFragmentHandler onMessage = this::onMessage;
  private final long knownSequence;
  private long published;
  private long position;

  /**
   * Begins with the books that the engine has; what the output stream tells up to there is not
   * sent.
   *
   * @param engine idle.
   * @param card its size.
   * @param output the stream of reports, connected.
   * @param publishedPosition of the output stream, up to which reports left.
   * @param publication of the feed.
   * @param clock that never goes back: paces the snapshots.
   * @param snapshotIntervalMs from one round of snapshots to the next.
   */
  public Feed(
      Engine engine,
      CardDescription card,
      Subscription output,
      LongSupplier publishedPosition,
      ExclusivePublication publication,
      EpochClock clock,
      long snapshotIntervalMs) {
    this.output = output;
    this.publishedPosition = publishedPosition;
    this.clock = clock;
    stream = new FeedStream(publication);
    int instruments = card.instruments();
    orders = new FeedOrders(instruments, card.orderSlots());
    snapshots = new BookSnapshots(stream, orders, instruments, snapshotIntervalMs, clock.time());
    engine.forEachBook(new Beginning());
    knownSequence = engine.outputSequence();
    position = output.imageAtIndex(0).joinPosition();
  }

  @Override
  public int doWork() {
    published = publishedPosition.getAsLong();
    return output.controlledPoll(onMessage, MESSAGES_A_TURN) + snapshots.turn(clock.time());
  }

  @Override
  public String roleName() {
    return "feed";
  }

  /** Position of the output stream up to which the feed has sent. */
  public long position() {
    return position;
  }

  /** Messages that no reader got, since one of them left no room. */
  public long lost() {
    return stream.lost();
  }

  private Action onMessage(DirectBuffer buffer, int offset, int length, Header frame) {
    if (frame.position() > published) {
      return Action.ABORT;
    }
    position = frame.position();
    report.wrap(buffer, offset, length);
    boolean known = report.outputSequence() <= knownSequence; // the feed began with it
    if (!report.isPrivate() && !known) {
      apply(report.templateId(), buffer, offset);
      stream.send(buffer, offset, length);
    }
    return Action.CONTINUE;
  }

  /** Keeps what a message tells of the books. */
  private void apply(int template, DirectBuffer buffer, int offset) {
    switch (template) {
      case BookOrderDecoder.TEMPLATE_ID -> {
        bookOrder.wrapAndApplyHeader(buffer, offset, header);
        change();
      }
      case PublicTradeDecoder.TEMPLATE_ID -> {
        trade.wrapAndApplyHeader(buffer, offset, header);
        if (trade.makerOrderId() != PublicTradeDecoder.makerOrderIdNullValue()) {
          orders.trade(trade.makerOrderId(), trade.quantity());
        }
      }
      case InstrumentStatusDecoder.TEMPLATE_ID ->
          snapshots.update(status.wrapAndApplyHeader(buffer, offset, header));
      default -> {
        // says nothing of the books that is not known
      }
    }
  }

  private void change() {
    if (bookOrder.change() == BookChange.ADDED) {
      orders.add(
          bookOrder.orderId(),
          bookOrder.priority(),
          (int) bookOrder.instrument(),
          bookOrder.side(),
          bookOrder.price(),
          bookOrder.openQuantity());
    } else {
      orders.set(bookOrder.orderId(), bookOrder.openQuantity());
    }
  }

  private final class Beginning implements BookVisitor {
    @Override
    public void onInstrument(int id, long bandLow, long bandHigh, Phase phase) {
      snapshots.define(id, bandLow, bandHigh, phase);
    }

    @Override
    public void onOrder(
        long orderId, long priority, int instrument, Side side, long price, long lots) {
      orders.add(orderId, priority, instrument, side, price, lots);
    }
  }
}
