package io.lockstep.host.publisher;

/** How far the log is recorded, and how far it has been answered. */
@FunctionalInterface
public interface Journal {
  /** Position of the log stream up to which it is recorded. Any thread. */
  long recordedPosition();

  /**
   * A report leaves. The publisher's thread.
   *
   * @param causePosition of the log stream behind the message that caused it.
   */
  default void onReport(long causePosition) {}
}
