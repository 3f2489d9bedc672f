package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aeron.Subscription;
import io.lockstep.host.marketdata.Book;
import io.lockstep.host.marketdata.FeedListener;
import io.lockstep.host.marketdata.InstrumentData;
import io.lockstep.host.marketdata.MarketData;
import io.lockstep.host.settings.FeedSettings;
import io.lockstep.schema.client.BookSnapshotBegunDecoder;
import io.lockstep.schema.client.FeedEnvelopeDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A reader that loses messages, whichever they are: a book that it says it knows is that of a
 * reader without losses at the same message, and the next whole snapshot makes it known again.
 */
class FeedLossPropertyTest {
  private static final int REQUESTS = 2_000;
  private static final int REQUESTS_A_ROUND = 40;
  private static final int MESSAGES_MIN = 1_500;
  private static final long SNAPSHOT_INTERVAL_MS = 500;

  private static final int ENVELOPE_BYTES =
      MessageHeaderDecoder.ENCODED_LENGTH + FeedEnvelopeDecoder.BLOCK_LENGTH;

  private static List<byte[]> messages;

  /** The lossless reader's book after each message. */
  private static List<List<String>> truth;

  /** Where the last snapshot begins. */
  private static int lastBegun;

  @BeforeContainer
  static void record() {
    messages = new ArrayList<>();
    truth = new ArrayList<>();
    try (TestAppliance appliance =
        new TestAppliance(
            TestAppliance.settings()
                .heartbeatIntervalMs(600_000)
                .feed(FeedSettings.USUAL.withSnapshotIntervalMs(SNAPSHOT_INTERVAL_MS)))) {
      RandomFlow flow =
          new RandomFlow(51, appliance, appliance.alice(), appliance.bob(), appliance.carol());
      try (Subscription feed = subscribe(appliance)) {
        for (int sent = 0; sent < REQUESTS; sent += REQUESTS_A_ROUND) {
          flow.run(REQUESTS_A_ROUND);
          appliance.pass(250); // a round of snapshots begins now and then
          read(appliance, feed);
        }
        for (int i = 0; i < 60; i++) {
          appliance.pass(50);
          read(appliance, feed);
        }
      }
    }
    MessageHeaderDecoder header = new MessageHeaderDecoder();
    MarketData lossless = new MarketData(new FeedListener() {});
    for (byte[] message : messages) {
      give(lossless, message);
      truth.add(book(lossless));
      UnsafeBuffer bytes = new UnsafeBuffer(message);
      if (header.wrap(bytes, ENVELOPE_BYTES).templateId() == BookSnapshotBegunDecoder.TEMPLATE_ID) {
        lastBegun = truth.size() - 1;
      }
    }
    assertEquals(0, lossless.differences());
    assertNotNull(truth.get(messages.size() - 1));
    assertTrue(messages.size() > MESSAGES_MIN, messages.size() + " messages");
  }

  @Property(tries = 200)
  void whatItKnowsIsRightAndTheNextSnapshotMakesItKnown(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 1_000) Integer> distances,
      @ForAll @IntRange(min = 1, max = 30) int length) {
    BitSet lost = new BitSet();
    int at = 0;
    for (int distance : distances) {
      at += distance;
      lost.set(at, at + length);
    }
    MarketData reader = new MarketData(new FeedListener() {});
    int gaps = 0;
    int before = -1;
    for (int i = lost.nextClearBit(0); i < messages.size(); i = lost.nextClearBit(i + 1)) {
      give(reader, messages.get(i));
      gaps += before >= 0 && before != i - 1 ? 1 : 0;
      before = i;
      List<String> book = book(reader);
      if (book != null) {
        assertEquals(truth.get(i), book, "message " + i + ", lost " + lost);
      }
    }
    assertEquals(gaps, reader.gaps(), "lost " + lost);
    assertEquals(0, reader.differences(), "lost " + lost);
    if (lost.length() <= lastBegun) {
      assertEquals(truth.get(messages.size() - 1), book(reader), "lost " + lost);
    }
  }

  private static Subscription subscribe(TestAppliance appliance) {
    int stream = appliance.appliance.settings().feed().streamId();
    Subscription feed = appliance.appliance.aeron().addSubscription("aeron:ipc", stream);
    while (!feed.isConnected()) {
      appliance.appliance.step();
    }
    return feed;
  }

  private static void read(TestAppliance appliance, Subscription feed) {
    do {
      appliance.settle();
    } while (feed.poll(
            (buffer, offset, length, header) -> {
              byte[] message = new byte[length];
              buffer.getBytes(offset, message);
              messages.add(message);
            },
            1_000)
        > 0);
  }

  private static void give(MarketData reader, byte[] message) {
    reader.onMessage(new UnsafeBuffer(message), 0, message.length);
  }

  private static List<String> book(MarketData reader) {
    InstrumentData of = reader.instrument(TestVenue.INSTRUMENT);
    Book book = of == null ? null : of.book();
    return book == null ? null : TestFeed.lines(book);
  }
}
