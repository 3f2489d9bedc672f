package io.lockstep.host.gateway;

import static org.agrona.BitUtil.CACHE_LINE_LENGTH;
import static org.agrona.BufferUtil.allocateDirectAligned;
import static org.agrona.concurrent.ringbuffer.RingBufferDescriptor.TRAILER_LENGTH;

import io.aeron.Image;
import io.aeron.Publication;
import io.lockstep.schema.client.EndReason;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;

/**
 * A client that is logged on. The gateway owns it; the publisher hands it reports. Nobody waits for
 * a client: what its publication does not take goes to its backlog, and when that is full, the
 * session is slow and the gateway closes it.
 */
public final class Session {
  private static final int REPORT = 1;

  private final int id;
  private final int participant;
  private final Image image;
  private final Publication publication;
  private final OneToOneRingBuffer backlog;
  private final ControlledMessageHandler onKept = this::onKept;
  private volatile boolean open;
  private volatile boolean slow;

  // Gateway thread only.
  long lastHeardMs;
  long lastSentMs;
  long lastSentPosition;
  boolean loggedOut;
  boolean operator;

  /**
   * @param id never used twice.
   * @param image where its requests come from.
   * @param publication where its answers go.
   * @param backlogBytes room for reports that the publication does not take at once, a power of
   *     two.
   */
  Session(int id, int participant, Image image, Publication publication, int backlogBytes) {
    this.id = id;
    this.participant = participant;
    this.image = image;
    this.publication = publication;
    backlog =
        new OneToOneRingBuffer(
            new UnsafeBuffer(
                allocateDirectAligned(backlogBytes + TRAILER_LENGTH, CACHE_LINE_LENGTH)));
  }

  /** Never used twice. */
  public int id() {
    return id;
  }

  int participant() {
    return participant;
  }

  Image image() {
    return image;
  }

  Publication publication() {
    return publication;
  }

  /** The client knows of its session: reports may follow. */
  boolean isOpen() {
    return open;
  }

  void open() {
    open = true;
  }

  /** The client logged out or went away, or reports were lost on it. */
  boolean hasEnded() {
    return loggedOut || slow || image.isClosed() || publication.isClosed();
  }

  /** Why it is over; silence is what is left when nothing else is. */
  EndReason endReason() {
    if (loggedOut) {
      return EndReason.LOGGED_OUT;
    }
    if (slow) {
      return EndReason.TOO_SLOW;
    }
    boolean lost = image.isClosed() || publication.isClosed();
    return lost ? EndReason.CONNECTION_LOST : EndReason.SILENT;
  }

  /** Reports are kept for later. Publisher thread only. */
  public boolean hasBacklog() {
    return !slow && backlog.size() > 0;
  }

  /** Sends a report, or keeps it for later. Publisher thread only; never blocks. */
  public void report(DirectBuffer buffer, int offset, int length) {
    if (slow || backlog.size() == 0 && Answers.send(publication, buffer, offset, length)) {
      return;
    }
    if (!backlog.write(REPORT, buffer, offset, length)) {
      slow = true;
    }
  }

  /** Sends what was kept, as far as it goes. Publisher thread only. */
  public int sendBacklog() {
    return hasBacklog() ? backlog.controlledRead(onKept) : 0;
  }

  private ControlledMessageHandler.Action onKept(
      int type, MutableDirectBuffer buffer, int index, int length) {
    return Answers.send(publication, buffer, index, length)
        ? ControlledMessageHandler.Action.CONTINUE
        : ControlledMessageHandler.Action.ABORT;
  }
}
