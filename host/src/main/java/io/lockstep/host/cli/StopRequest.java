package io.lockstep.host.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command clean up when the process is told to end, as by Ctrl-C: the process waits until
 * {@link #close}. The command asks {@link #check} now and then.
 */
final class StopRequest implements AutoCloseable {
  private static final long CLEAN_UP_SECONDS = 10;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread atExit = new Thread(this::onExit, "stop");
  private volatile boolean requested;

  /** Listens from now on. */
  StopRequest() {
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Goes on, or not.
   *
   * @throws CancellationException if the process is to end.
   */
  void check() {
    if (requested) {
      throw new CancellationException("stopped");
    }
  }

  private void onExit() {
    requested = true;
    try {
      closed.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command has cleaned up. */
  @Override
  public void close() {
    closed.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (IllegalStateException ending) {
        // The process ends just now; there is nothing left to remove.
      }
    }
  }
}
