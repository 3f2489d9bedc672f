package io.lockstep.host.log;

import io.lockstep.host.log.LogEntry.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/**
 * Carries entries to where they are written, on a thread of its own. Any thread may hand one over:
 * that neither blocks nor takes a lock. When the writing does not keep up, later entries are
 * dropped, and how many is an entry itself.
 */
public final class LogWriter implements Consumer<LogEntry>, AutoCloseable {
  private static final int ENTRIES_MAX = 4096;
  private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(10);

  private final ManyToOneConcurrentArrayQueue<LogEntry> queue =
      new ManyToOneConcurrentArrayQueue<>(ENTRIES_MAX);
  private final AtomicLong dropped = new AtomicLong();
  private final List<Consumer<LogEntry>> to;
  private final Thread thread = new Thread(this::run, "log");
  private volatile boolean closing;

  /**
   * Begins to write.
   *
   * @param to each entry goes to each, in order; called by this writer's thread.
   */
  public LogWriter(List<Consumer<LogEntry>> to) {
    this.to = List.copyOf(to);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void accept(LogEntry entry) {
    if (!queue.offer(entry)) {
      dropped.incrementAndGet();
    }
  }

  private void run() {
    boolean last;
    do {
      last = closing; // what was handed over before that is written
      for (LogEntry entry = queue.poll(); entry != null; entry = queue.poll()) {
        write(entry);
      }
      long lost = dropped.getAndSet(0);
      if (lost > 0) {
        write(LogEntry.now(Level.WARNING, "log_dropped", "entries", lost));
      }
      if (!last) {
        LockSupport.parkNanos(LOOK_NS);
      }
    } while (!last);
  }

  private void write(LogEntry entry) {
    to.forEach(reader -> reader.accept(entry));
  }

  /** Writes what was handed over, and ends. A second call does nothing. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
