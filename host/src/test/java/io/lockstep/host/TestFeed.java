package io.lockstep.host;

import io.lockstep.driver.EventHandler;
import io.lockstep.host.marketdata.Book;
import io.lockstep.host.marketdata.BookOrder;
import io.lockstep.host.marketdata.FeedListener;
import io.lockstep.host.marketdata.FeedReader;
import io.lockstep.host.marketdata.InstrumentData;
import io.lockstep.host.marketdata.MarketData;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.OrderPlace;
import io.lockstep.schema.client.Side;
import java.util.ArrayList;
import java.util.List;

/** A real reader of a test appliance's feed, and what the card says that its book must be. */
final class TestFeed implements FeedListener, AutoCloseable {
  /** Enough for the snapshot of a test's book at the pace of the feed. */
  private static final int ROUND_MS = 60;

  final MarketData data = new MarketData(this);
  final List<String> differences = new ArrayList<>();
  private final TestAppliance appliance;
  private final FeedReader reader;

  TestFeed(TestAppliance appliance) {
    this(appliance, appliance.appliance.settings().feed().channel());
  }

  TestFeed(TestAppliance appliance, String channel) {
    this.appliance = appliance;
    int stream = appliance.appliance.settings().feed().streamId();
    reader = new FeedReader(appliance.appliance.aeron(), channel, stream, data);
    while (!reader.isConnected()) {
      appliance.appliance.step();
      reader.poll(1);
    }
  }

  /** Reads all that was sent. */
  TestFeed read() {
    do {
      appliance.settle();
    } while (reader.poll(1_000) > 0);
    return this;
  }

  /** Lets a round of snapshots go by and reads it. */
  TestFeed readSnapshots() {
    appliance.pass(appliance.appliance.settings().feed().snapshotIntervalMs());
    for (int i = 0; i < ROUND_MS; i++) {
      read();
      appliance.pass(1);
    }
    return read();
  }

  /** Reads snapshots until the book is known; on a network that takes its time. */
  void awaitBook() {
    for (int i = 0; i < 10_000 && !knows(); i++) {
      appliance.pass(1);
      read();
    }
  }

  InstrumentData instrument() {
    return data.instrument(TestVenue.INSTRUMENT);
  }

  boolean knows() {
    return instrument() != null && instrument().book() != null;
  }

  /** The rebuilt book, an order a line in the order of the book, bids first. */
  List<String> book() {
    return lines(instrument().book());
  }

  static List<String> lines(Book book) {
    List<String> lines = new ArrayList<>();
    for (Side side : List.of(Side.BUY, Side.SELL)) {
      for (BookOrder order : book.orders(side)) {
        lines.add(side + " #" + order.orderId() + " " + order.lots() + " at " + order.price());
      }
    }
    return lines;
  }

  /** The card's book as it tells it in an audit, which goes by book order. */
  static List<String> audited(TestAppliance appliance) {
    EventHeaderDecoder header = new EventHeaderDecoder();
    AuditOrderDecoder order = new AuditOrderDecoder();
    List<String> lines = new ArrayList<>();
    EventHandler audit =
        (event, offset) -> {
          if (header.wrap(event, offset).templateId() == AuditOrderDecoder.TEMPLATE_ID) {
            order.wrap(
                event, offset, AuditOrderDecoder.BLOCK_LENGTH, AuditOrderDecoder.SCHEMA_VERSION);
            if (order.place() == OrderPlace.RESTING) {
              long lots = order.total() - order.filled();
              long price = order.price() * TestVenue.TICK;
              lines.add(order.side() + " #" + order.orderId() + " " + lots + " at " + price);
            }
          }
        };
    appliance.audit(audit);
    return lines;
  }

  @Override
  public void onDifference(int instrument, String what) {
    differences.add(what);
  }

  @Override
  public void close() {
    reader.close();
  }
}
