package io.lockstep.host.cli;

import static io.lockstep.host.cli.Terminal.count;

import io.lockstep.driver.Card;
import io.lockstep.host.CardSetup;
import io.lockstep.host.Cards;
import io.lockstep.host.OpenCard;
import io.lockstep.host.demo.DemoObserver;
import io.lockstep.host.demo.DemoRun;
import io.lockstep.host.demo.DemoSettings;
import io.lockstep.host.publisher.OutputHash;
import io.lockstep.host.relog.Relog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.agrona.IoUtil;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One log through several engines, whose outputs are compared. */
@Command(
    name = "relog",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Runs a recorded log again, with each of the cards and each number of commands in flight, and"
          + " compares the outputs by their hash: they are the same, and the one that was"
          + " recorded.",
      "Without --archive-dir it first records a demo whose instruments have breakers."
    },
    footer = {
      "",
      "Exit status: 0 one output; 1 they differ, or the log is damaged; 2 wrong use.",
      "",
      "Example: ./lockstep relog --orders 5000"
    })
final class RelogCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Option(
      names = "--archive-dir",
      paramLabel = "DIR",
      description = "Recordings of an appliance that was stopped (default: a demo's, new).")
  private Path directory;

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "20000",
      description = "New orders of the demo (default: 20000).")
  private long orders;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of all chance in the demo (default: 1).")
  private long seed;

  @Option(
      names = "--in-flight",
      paramLabel = "N[,N...]",
      split = ",",
      defaultValue = "1,7,256",
      description = "Commands in flight, 1 to 256 (default: 1,7,256).")
  private List<Integer> inFlight;

  @Option(
      names = "--cards",
      paramLabel = "CARD[,CARD...]",
      split = ",",
      defaultValue = "model,verilated",
      description = "Cards to run: model, verilated, lockstep (default: model,verilated).")
  private List<String> cards;

  @Override
  public Integer call() throws IOException {
    check();
    if (directory != null) {
      return compare(new Relog(directory)) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
    Path recorded = Files.createTempDirectory("lockstep-relog-");
    try {
      record(recorded);
      return compare(new Relog(recorded)) ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      IoUtil.delete(recorded.toFile(), true);
    }
  }

  private void check() {
    for (int number : inFlight) {
      require(number >= 1 && number <= 256, "--in-flight: 1 to 256, not " + number);
    }
    for (String card : cards) {
      require(
          Cards.names().contains(card),
          "no card '" + card + "'; there are: " + String.join(", ", Cards.names()));
    }
    require(orders >= 1, "orders: at least 1");
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private void record(Path archive) {
    OpenCard card = new OpenCard(Cards.open(Cards.MODEL), Optional.empty());
    DemoSettings settings = new DemoSettings(orders, seed, 0, true);
    new DemoRun(settings, DemoObserver.NONE).recordedIn(archive).run(card, Cards.MODEL);
  }

  /** True if all outputs are one. */
  private boolean compare(Relog log) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Log: %s messages, %s of them ticks, %s reactions%n%n",
        count(log.messages()), count(log.ticks()), count(log.reactions()));
    out.printf(
        "%-10s %10s  %-16s %12s %14s%n", "Card", "in flight", "output hash", "messages", "bytes");
    row(out, "recorded", "", log.recordedOutput());
    Set<Long> hashes = new HashSet<>();
    boolean agree = true;
    for (String name : cards) {
      for (int number : inFlight) {
        CardSetup setup = CardSetup.of(name).withMargin(log.isMargined());
        try (Card card = Cards.open(setup).card()) {
          Relog.Outcome outcome = log.run(card, number);
          row(out, name, count(number), outcome.output());
          hashes.add(outcome.output().value());
          agree &= outcome.agrees();
        }
      }
    }
    boolean one = hashes.size() == 1 && agree;
    int runs = cards.size() * inFlight.size();
    out.printf("%n%d runs: %s%n", runs, one ? "one output" : "the outputs differ");
    out.flush();
    return one;
  }

  private static void row(PrintWriter out, String card, String inFlight, OutputHash output) {
    out.printf(
        Locale.ROOT,
        "%-10s %10s  %-16s %,12d %,14d%n",
        card,
        inFlight,
        output,
        output.messages(),
        output.bytes());
    out.flush();
  }
}
