package io.lockstep.host.publisher;

/** How far the log is recorded. */
@FunctionalInterface
public interface Journal {
  /** Position of the log stream up to which it is recorded. Any thread. */
  long recordedPosition();
}
