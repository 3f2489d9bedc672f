package io.lockstep.host.cli;

import io.lockstep.host.Cards;
import io.lockstep.host.OpenCard;
import io.lockstep.host.replay.ApplianceReplay;
import io.lockstep.host.replay.DirectReplay;
import io.lockstep.host.replay.ReplayOutcome;
import io.lockstep.host.replay.ReplayPlan;
import io.lockstep.host.replay.ReplayProgress;
import io.lockstep.host.replay.SseDay;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.Settings.LogClock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Repeats a recorded exchange day and compares every fill of continuous trading. */
@Command(
    name = "replay",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Repeats a recorded exchange day and compares every fill of continuous trading, in order:"
          + " both order ids, price, quantity, and the command that caused it.",
      "The opening auction's outcome is taken from the fills file, the closing auction is left out;"
          + " the report says so."
    },
    footer = {
      "",
      "Exit status: 0 all fills agree; 1 one differs, or the replay failed; 2 wrong use.",
      "",
      "Example: ./lockstep replay --day 601825 --card model --direct"
    })
final class ReplayCommand implements Callable<Integer> {
  private enum Format {
    SSE
  }

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "sse",
      description = "Format of the two files: sse (default).")
  private Format format;

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
    Path inboundFile = find(inbound, "--inbound", "inbound");
    Path fillsFile = find(fills, "--fills", "fills");
    ReplayPlan plan = new ReplayPlan(SseDay.read(inboundFile, fillsFile));

    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Replay of "
            + inboundFile.getFileName()
            + " (format "
            + format.name().toLowerCase(Locale.ROOT)
            + ")");
    ReplayProgress progress = new ProgressBar(out, "commands", Terminal.isInteractive());
    ReplayOutcome outcome = replay(plan, progress);
    String way = direct ? ", straight into it" : ", through Aeron, gateway, log and engine";
    new ReplayReport(out).print(cardName + way, plan, outcome);
    return outcome.agrees() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private ReplayOutcome replay(ReplayPlan plan, ReplayProgress progress) {
    try (StopRequest stop = new StopRequest()) {
      ReplayProgress stoppable =
          (done, total) -> {
            stop.check();
            progress.onProgress(done, total);
          };
      return direct ? straight(plan, stoppable) : wholeWay(plan, stoppable);
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
    Settings settings = Settings.builder().card(card.name()).logClock(LogClock.STEP).conclude();
    return new ApplianceReplay(instrument, plan, progress).run(settings, card.open());
  }

  private Path find(Path file, String option, String role) {
    String data = System.getenv("LOCKSTEP_DATA");
    Path folder = data == null || data.isBlank() ? null : Path.of(data);
    if (day != null) {
      if (file != null) {
        throw wrongUse("--day stands for both files; leave out " + option);
      }
      return SseDay.findStock(day, role, folder);
    }
    if (file == null) {
      throw wrongUse("which day? Give --day, or --inbound and --fills");
    }
    return SseDay.find(file, folder);
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
