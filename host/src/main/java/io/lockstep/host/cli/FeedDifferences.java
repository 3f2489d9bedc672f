package io.lockstep.host.cli;

import io.lockstep.host.marketdata.FeedListener;
import java.io.PrintWriter;

/** Tells what differs between a rebuilt book and what the feed says of it. */
final class FeedDifferences implements FeedListener {
  private final PrintWriter err;

  FeedDifferences(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void onDifference(int instrument, String what) {
    err.println("./lockstep feed: instrument " + instrument + ": " + what);
    err.flush();
  }
}
