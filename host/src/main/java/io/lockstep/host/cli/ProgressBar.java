package io.lockstep.host.cli;

import io.lockstep.host.replay.ReplayProgress;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows how far a long run has come: a bar that moves on a terminal, else a plain line at each
 * quarter.
 */
final class ProgressBar implements ReplayProgress {
  private static final int WIDTH = 40;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintWriter out;
  private final String what;
  private final boolean moving;
  private long drawnAtNanos = System.nanoTime() - REDRAW_NANOS;
  private int quarter;

  /**
   * @param what is counted, such as {@code commands}.
   * @param moving whether the line may be drawn over.
   */
  ProgressBar(PrintWriter out, String what, boolean moving) {
    this.out = out;
    this.what = what;
    this.moving = moving;
  }

  @Override
  public void onProgress(long done, long total) {
    if (moving) {
      long now = System.nanoTime();
      if (now - drawnAtNanos >= REDRAW_NANOS || done == total) {
        drawnAtNanos = now;
        draw(done, total);
      }
    } else if (4L * done / total > quarter) {
      quarter = (int) (4L * done / total);
      out.println(text(done, total));
      out.flush();
    }
  }

  private void draw(long done, long total) {
    int filled = (int) ((long) WIDTH * done / total);
    out.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + text(done, total));
    if (done == total) {
      out.println();
    }
    out.flush();
  }

  private String text(long done, long total) {
    return String.format(
        Locale.ROOT, "%3d %%  %,d of %,d %s", 100L * done / total, done, total, what);
  }
}
