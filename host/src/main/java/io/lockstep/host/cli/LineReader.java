package io.lockstep.host.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads lines on a thread of its own, so that nobody else waits for a slow writer. {@link #poll} is
 * called by one other thread.
 */
final class LineReader {
  private static final int LINES_MAX = 4096;

  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(LINES_MAX);
  private volatile boolean ended;
  private volatile String failure;

  /** Starts to read. The thread does not keep the process alive. */
  LineReader(InputStream in) {
    Thread thread = new Thread(() -> read(in), "lines");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(InputStream in) {
    try {
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.put(line);
      }
    } catch (IOException e) {
      failure = e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
    }
  }

  /** The next line; null if there is none yet, or none any more. */
  String poll() {
    return lines.poll();
  }

  /**
   * True when every line was polled.
   *
   * @throws IllegalStateException if reading failed.
   */
  boolean hasEnded() {
    boolean all = ended && lines.isEmpty();
    if (all && failure != null) {
      throw new IllegalStateException("cannot read the input: " + failure);
    }
    return all;
  }
}
