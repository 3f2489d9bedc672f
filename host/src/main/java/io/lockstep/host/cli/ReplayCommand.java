package io.lockstep.host.cli;

import io.lockstep.host.Cards;
import io.lockstep.host.OpenCard;
import io.lockstep.host.replay.ApplianceReplay;
import io.lockstep.host.replay.DirectReplay;
import io.lockstep.host.replay.RecordedFile;
import io.lockstep.host.replay.ReplayOutcome;
import io.lockstep.host.replay.ReplayPlan;
import io.lockstep.host.replay.ReplayProgress;
import io.lockstep.host.replay.SseDay;
import io.lockstep.host.replay.lobster.LobsterDay;
import io.lockstep.host.replay.lobster.LobsterOutcome;
import io.lockstep.host.replay.lobster.LobsterReplay;
import io.lockstep.host.settings.LostCardSettings;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.Settings.LogClock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Repeats a recorded exchange day and compares what it gives with the recording. */
@Command(
    name = "replay",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Repeats a recorded exchange day. Format sse: compares every fill of continuous trading, in"
          + " order: both order ids, price, quantity, and the command that caused it.",
      "The opening and the closing auction are held: their price, volume and each order's fills are"
          + " compared.",
      "Format lobster: straight into the card; compares its book with the recorded one after each"
          + " message, and tells the cause of each difference."
    },
    footer = {
      "",
      "Exit status: 0 all fills or rows agree; 1 one differs, or the replay failed; 2 wrong use.",
      "",
      "Example: ./lockstep replay --day 601825 --card model --direct"
    })
final class ReplayCommand implements Callable<Integer> {
  private enum Format {
    SSE,
    LOBSTER
  }

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "sse",
      description = "sse: orders and fills of a day (default); lobster: messages and book.")
  private Format format;

  @Option(
      names = "--zip",
      paramLabel = "FILE",
      description = {
        "lobster: messages and book, as LOBSTER packs them. A relative name that does not exist is"
            + " looked for in $LOCKSTEP_DATA/lobster."
      })
  private Path zip;

  @Option(
      names = "--differ-max",
      paramLabel = "N",
      defaultValue = "0",
      description = "lobster: rows that may differ before the exit status is 1 (default: 0).")
  private int differMax;

  @Option(
      names = "--inbound",
      paramLabel = "FILE",
      description = {
        "What came in: CSV, or CSV packed by xz. A relative name that does not exist is looked for"
            + " in $LOCKSTEP_DATA/sse_l3."
      })
  private Path inbound;

  @Option(
      names = "--fills",
      paramLabel = "FILE",
      description = "What the exchange printed; found like --inbound.")
  private Path fills;

  @Option(
      names = "--day",
      paramLabel = "STOCK",
      description = "Short for the two files of this stock in $LOCKSTEP_DATA/sse_l3.")
  private String day;

  @Mixin private CardOption card = new CardOption(Cards.VERILATED);

  @Option(
      names = "--direct",
      description = "Straight into the card, without Aeron, gateway, log and engine.")
  private boolean direct;

  @Option(
      names = "--instrument-id",
      paramLabel = "N",
      defaultValue = "1",
      description = "Instrument that the orders are of (default: 1).")
  private int instrument;

  @Override
  public Integer call() throws Exception {
    String cardName = card.name();
    return format == Format.LOBSTER ? lobster(cardName) : sse(cardName);
  }

  private int sse(String cardName) {
    Path inboundFile = find(inbound, "--inbound", "inbound");
    Path fillsFile = find(fills, "--fills", "fills");
    ReplayPlan plan = new ReplayPlan(SseDay.read(inboundFile, fillsFile));

    PrintWriter out = spec.commandLine().getOut();
    announce(inboundFile);
    ReplayProgress progress = new ProgressBar(out, "commands", Terminal.isInteractive());
    ReplayOutcome outcome =
        stoppable(progress, watched -> direct ? straight(plan, watched) : wholeWay(plan, watched));
    String way = direct ? ", straight into it" : ", through Aeron, gateway, log and engine";
    new ReplayReport(out).print(cardName + way, outcome);
    return outcome.agrees() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private int lobster(String cardName) {
    if (inbound != null || fills != null || day != null) {
      throw wrongUse("--format lobster takes --zip, not --inbound, --fills or --day");
    }
    if (zip == null) {
      throw wrongUse("which day? Give --zip");
    }
    Path file = RecordedFile.find(zip, dataFolder(), "lobster");
    LobsterDay recorded = LobsterDay.read(file);
    PrintWriter out = spec.commandLine().getOut();
    announce(file);
    ReplayProgress progress = new ProgressBar(out, "messages", Terminal.isInteractive());
    LobsterOutcome outcome =
        stoppable(
            progress,
            watched -> {
              try (OpenCard opened = card.open()) {
                return new LobsterReplay(opened, recorded, watched).run();
              }
            });
    new LobsterReport(out).print(cardName, outcome);
    return outcome.rowsThatDiffer() <= differMax ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void announce(Path file) {
    spec.commandLine()
        .getOut()
        .println(
            "Replay of "
                + file.getFileName()
                + " (format "
                + format.name().toLowerCase(Locale.ROOT)
                + ")");
  }

  private <T> T stoppable(ReplayProgress progress, Function<ReplayProgress, T> replay) {
    try (StopRequest stop = new StopRequest()) {
      return replay.apply(
          (done, total) -> {
            stop.check();
            progress.onProgress(done, total);
          });
    } catch (IllegalStateException failure) {
      throw card.explained(failure);
    }
  }

  private ReplayOutcome straight(ReplayPlan plan, ReplayProgress progress) {
    try (OpenCard opened = card.open()) {
      return new DirectReplay(opened, instrument, plan, progress).run();
    }
  }

  private ReplayOutcome wholeWay(ReplayPlan plan, ReplayProgress progress) {
    Settings settings =
        Settings.builder()
            .card(card.name())
            .lostCard(LostCardSettings.STOPS)
            .logClock(LogClock.STEP)
            .conclude();
    return new ApplianceReplay(instrument, plan, progress).run(settings, card.open());
  }

  private Path find(Path file, String option, String role) {
    Path folder = dataFolder();
    if (day != null) {
      if (file != null) {
        throw wrongUse("--day stands for both files; leave out " + option);
      }
      return SseDay.findStock(day, role, folder);
    }
    if (zip != null) {
      throw wrongUse("--zip is for --format lobster");
    }
    if (file == null) {
      throw wrongUse("which day? Give --day, or --inbound and --fills");
    }
    return RecordedFile.find(file, folder, "sse_l3");
  }

  private static Path dataFolder() {
    String data = System.getenv("LOCKSTEP_DATA");
    return data == null || data.isBlank() ? null : Path.of(data);
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
