package io.lockstep.host.cli;

import static io.lockstep.host.cli.Terminal.count;

import io.lockstep.host.Cards;
import io.lockstep.host.demo.DemoResult;
import io.lockstep.host.demo.DemoRun;
import io.lockstep.host.demo.DemoSettings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A small market from end to end, in one process. */
@Command(
    name = "demo",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Runs a small market from end to end in one process: market makers, takers and investors send"
          + " orders as SBE over Aeron; they are journalled, matched by the card, reported back.",
      "Equal orders and seed give the same output, to the bit, on every card: the last line is its"
          + " hash."
    },
    footer = {
      "",
      "Exit status: 0 done; 1 the appliance failed; 2 wrong use.",
      "",
      "Example: ./lockstep demo --orders 20000 --seed 7"
    })
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Option(
      names = "--orders",
      paramLabel = "N",
      defaultValue = "600000",
      description = "New orders to send; cancels come on top (default: 600000).")
  private long orders;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Of all chance in the market (default: 1).")
  private long seed;

  @Option(
      names = "--breakers",
      description = {
        "Narrow bands with circuit breakers: a trade at the edge halts the instrument, and a call"
            + " opens it again."
      })
  private boolean breakers;

  @Mixin private CardOption card = new CardOption(Cards.VERILATED);

  @Option(
      names = "--change-order",
      paramLabel = "K",
      defaultValue = "0",
      hidden = true,
      description = "Send order K, counted from 1, for one lot more.")
  private long changedOrder;

  @Override
  public Integer call() {
    DemoSettings settings = settings();
    PrintWriter out = spec.commandLine().getOut();
    out.println("Demo: " + count(orders) + " orders, seed " + seed + ", card " + card.name());
    out.flush();
    boolean moving = Terminal.isInteractive();
    new DemoReport(out, run(settings, out, moving)).print(moving);
    return ExitCode.OK;
  }

  private DemoResult run(DemoSettings settings, PrintWriter out, boolean moving) {
    try (StopRequest stop = new StopRequest()) {
      DemoScreen screen = new DemoScreen(out, moving, orders, stop);
      return new DemoRun(settings, screen).run(card.open(), card.name());
    } catch (IllegalStateException failure) {
      throw card.explained(failure);
    }
  }

  private DemoSettings settings() {
    try {
      return new DemoSettings(orders, seed, changedOrder, breakers);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }
}
