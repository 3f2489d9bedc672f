package io.lockstep.host.client;

import io.aeron.Aeron;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.aeron.Subscription;
import io.aeron.logbuffer.FragmentHandler;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;

/** The two Aeron streams of a client: requests to the gateway, and what comes back. One thread. */
final class Connection implements AutoCloseable {
  private static final int TERM_BYTES = 64 * 1024;

  private final Aeron aeron;
  private final boolean ownsAeron;
  private final ExclusivePublication requests;
  private final Subscription reports;

  /**
   * @throws RuntimeException of Aeron's, after which nothing is left open.
   */
  Connection(ClientOptions options) {
    ownsAeron = options.aeron() == null;
    aeron =
        ownsAeron
            ? Aeron.connect(
                new Aeron.Context()
                    .aeronDirectoryName(options.aeronDirectory().toString())
                    // Aeron's own handler ends the process when the driver is gone; here sending
                    // and polling tell it.
                    .errorHandler(error -> {}))
            : options.aeron();
    Subscription heard = null;
    try {
      heard = aeron.addSubscription(options.responseChannel(), options.responseStreamId());
      reports = heard;
      String ingress =
          new ChannelUriStringBuilder(options.ingressChannel()).termLength(TERM_BYTES).build();
      requests = aeron.addExclusivePublication(ingress, options.ingressStreamId());
    } catch (RuntimeException failure) {
      CloseHelper.quietClose(heard);
      if (ownsAeron) {
        CloseHelper.quietClose(aeron);
      }
      throw failure;
    }
  }

  /** A number that no other client of the media driver has. */
  long nextCorrelationId() {
    return aeron.nextCorrelationId();
  }

  /** True while a gateway listens. */
  boolean isConnected() {
    return requests.isConnected();
  }

  boolean isClosed() {
    return requests.isClosed();
  }

  /** Sends a message; answers as {@link LockstepClient#send(DirectBuffer, int, int)}. */
  long send(DirectBuffer message, int offset, int length) {
    long position = requests.offer(message, offset, length);
    if (position == Publication.ADMIN_ACTION) {
      position = requests.offer(message, offset, length); // the term was full; the next is not
    }
    if (position >= 0) {
      return LockstepClient.SENT;
    }
    return position == Publication.BACK_PRESSURED || position == Publication.ADMIN_ACTION
        ? LockstepClient.BACK_PRESSURED
        : LockstepClient.CLOSED;
  }

  /** Hands over what came; answers how many messages. */
  int poll(FragmentHandler handler, int limit) {
    int polled = reports.poll(handler, limit);
    if (polled == 0) {
      polled = reports.poll(handler, limit); // the first may have met the end of a term
    }
    return polled;
  }

  @Override
  public void close() {
    CloseHelper.closeAll(requests, reports);
    if (ownsAeron) {
      aeron.close();
    }
  }
}
