package io.lockstep.host.cli;

import io.aeron.Aeron;
import io.aeron.exceptions.DriverTimeoutException;
import io.lockstep.host.marketdata.FeedReader;
import io.lockstep.host.marketdata.MarketData;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the feed of a running appliance and shows its books. */
@Command(
    name = "feed",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Reads the public feed of a running appliance, rebuilds the books order by order and shows"
          + " their best prices, the last trades, phases and what an auction would do; until Ctrl-C,"
          + " or for --seconds. On a terminal the picture moves; otherwise it is printed at the end.",
      "Every TopOfBook and every snapshot of the feed is compared with the rebuilt book. A book of"
          + " which messages are missing is shown as unknown until its next snapshot."
    },
    footer = {
      "",
      "Exit status: 0 done; 1 no appliance, or with --check: a book differed, or none was compared;"
          + " 2 wrong use.",
      "",
      "Example: ./lockstep feed --seconds 5 --check"
    })
final class FeedCommand implements Callable<Integer> {
  private static final long PICTURE_NS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long PAUSE_NS = TimeUnit.MICROSECONDS.toNanos(200);
  private static final int MESSAGES = 1_000;

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private AeronOption aeronOption;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      defaultValue = "aeron:ipc",
      description = "Channel of the feed (default: ${DEFAULT-VALUE}).")
  private String channel;

  @Option(
      names = "--stream",
      paramLabel = "N",
      defaultValue = "1002",
      description = "Its stream (default: ${DEFAULT-VALUE}).")
  private int stream;

  @Option(
      names = "--levels",
      paramLabel = "N",
      defaultValue = "5",
      description = "Prices of each side to show (default: ${DEFAULT-VALUE}).")
  private int levels;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "End after so long (default: at Ctrl-C).")
  private Integer seconds;

  @Option(
      names = "--check",
      description = "Fail if a rebuilt book is not what the feed says, or nothing was compared.")
  private boolean check;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    MarketData data = new MarketData(new FeedDifferences(spec.commandLine().getErr()));
    FeedPicture picture = new FeedPicture(data, levels, out);
    boolean moves = Terminal.isInteractive();
    try (Aeron aeron = connect();
        FeedReader reader = new FeedReader(aeron, channel, stream, data);
        StopRequest stop = new StopRequest()) {
      read(reader, data, stop, moves ? picture : null);
      picture.draw();
    }
    out.printf(
        Locale.ROOT,
        "%,d messages, %,d gaps, %,d comparisons, %,d differences%n",
        data.messages(),
        data.gaps(),
        data.compared(),
        data.differences());
    out.flush();
    boolean fails = check && (data.differences() > 0 || data.compared() == 0);
    return fails ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private void read(FeedReader reader, MarketData data, StopRequest stop, FeedPicture picture) {
    long beginNs = System.nanoTime();
    long pictureNs = beginNs;
    try {
      while (seconds == null || System.nanoTime() - beginNs < TimeUnit.SECONDS.toNanos(seconds)) {
        stop.check();
        if (reader.poll(MESSAGES) == 0) {
          LockSupport.parkNanos(PAUSE_NS);
        }
        if (check && data.differences() > 0) {
          return;
        }
        if (picture != null && System.nanoTime() - pictureNs > PICTURE_NS) {
          picture.drawAgain();
          pictureNs = System.nanoTime();
        }
      }
    } catch (CancellationException ended) {
      // by Ctrl-C: the last picture follows
    }
  }

  private Aeron connect() {
    if (!Files.isDirectory(aeronOption.directory())) {
      throw aeronOption.noAppliance(null); // at once; Aeron would wait for a media driver to come
    }
    try {
      return Aeron.connect(
          new Aeron.Context()
              .aeronDirectoryName(aeronOption.directory().toString())
              .errorHandler(error -> {})); // its own ends the process when the driver is gone
    } catch (DriverTimeoutException noDriver) {
      throw aeronOption.noAppliance(noDriver);
    }
  }
}
