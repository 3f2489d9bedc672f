package io.lockstep.host.marketdata;

import io.aeron.Aeron;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.logbuffer.FragmentHandler;

/**
 * Reads a feed by Aeron into {@link MarketData}.
 *
 * <pre>{@code
 * MarketData data = new MarketData(new FeedListener() {});
 * try (FeedReader reader = new FeedReader(aeron, "aeron:ipc", 1002, data)) {
 *   while (running) {
 *     reader.poll(100);
 *   }
 * }
 * }</pre>
 *
 * <p>One thread. It never holds the appliance or other readers: Aeron lets go of it when it is too
 * slow, and it begins again with a gap.
 */
public final class FeedReader implements AutoCloseable {
  private final Subscription subscription;
  private final MarketData data;
  private final FragmentHandler onMessage;
  private Image image;
  private int sessionId;

  /**
   * @param channel of the feed: as the appliance's setting, and for UDP with dynamic control with
   *     an {@code endpoint} of the reader's own.
   * @param streamId of the feed.
   * @param data gets what comes.
   */
  public FeedReader(Aeron aeron, String channel, int streamId, MarketData data) {
    this.data = data;
    onMessage = (buffer, offset, length, header) -> data.onMessage(buffer, offset, length);
    String untethered = new ChannelUriStringBuilder(channel).tether(false).rejoin(true).build();
    subscription = aeron.addSubscription(untethered, streamId);
  }

  /** An appliance sends. */
  public boolean isConnected() {
    return image != null && !image.isClosed();
  }

  /**
   * Takes in what has come, at most so many messages; answers how many.
   *
   * <p>An appliance that was started again sends on another Aeron session: it is read once the one
   * before has ended.
   */
  public int poll(int limit) {
    if (image == null || image.isClosed() || image.isEndOfStream()) {
      next();
    }
    return image == null ? 0 : image.poll(onMessage, limit);
  }

  private void next() {
    Image other = null;
    for (int i = 0; i < subscription.imageCount(); i++) {
      Image candidate = subscription.imageAtIndex(i);
      if (!candidate.isEndOfStream()) {
        other = candidate;
      }
    }
    if (other != null && image != null && other.sessionId() != sessionId) {
      data.begin();
    }
    if (other != null) {
      image = other;
      sessionId = other.sessionId();
    }
  }

  @Override
  public void close() {
    subscription.close();
  }
}
