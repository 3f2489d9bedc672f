package io.lockstep.host.cli;

import io.lockstep.driver.CardDescription;
import io.lockstep.host.Cards;
import io.lockstep.host.OpenCard;
import io.lockstep.host.csv.LineException;
import io.lockstep.host.kernel.InstrumentDefinition;
import io.lockstep.host.kernel.KernelSession;
import io.lockstep.host.replay.InputException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Any card behind CSV. */
@Command(
    name = "kernel",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Puts commands from standard input straight into a card and writes its events to standard"
          + " output: CSV, a line a command, a line an event; prices in ticks, ids as given.",
      "Commands: new, cancel, replace, mass_cancel, park, unpark, cross, set_account, set_band,"
          + " set_window, audit, barrier. docs/kernel-csv.md tells the columns."
    },
    footer = {
      "",
      "Exit status: 0 done; 1 the card is lost; 2 wrong use, or a line is wrong.",
      "",
      "Example: echo new,1,0,7,buy,100,5 | ./lockstep kernel --card model"
    })
final class KernelCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private CardOption card = new CardOption(Cards.VERILATED);

  @Option(
      names = "--instruments",
      paramLabel = "FILE",
      description = {
        "CSV of instruments: instrument,window_base,band_low,band_high,max_price,max_quantity."
            + " Without it, all that the card holds, with prices from 0 on."
      })
  private Path instruments;

  @Option(
      names = "--summary",
      description = "Say on standard error how many commands and events there were, and how fast.")
  private boolean summary;

  @Override
  public Integer call() throws IOException {
    try (OpenCard opened = card.open()) {
      run(opened, System.in, new FileOutputStream(FileDescriptor.out));
    } catch (LineException | IllegalArgumentException wrong) {
      throw new InputException(wrong.getMessage(), wrong);
    } catch (IllegalStateException failure) {
      throw card.explained(failure);
    }
    return ExitCode.OK;
  }

  private void run(OpenCard opened, InputStream in, OutputStream out) throws IOException {
    KernelSession session =
        new KernelSession(opened.card(), definitions(opened.card().description()), in, out);
    long start = System.nanoTime();
    session.run();
    if (summary) {
      double seconds = (System.nanoTime() - start) / 1e9;
      PrintWriter err = spec.commandLine().getErr();
      err.printf(
          Locale.ROOT,
          "%,d commands, %,d events, %.2f s, %,.0f commands a second%n",
          session.commands(),
          session.events(),
          seconds,
          session.commands() / seconds);
      err.flush();
    }
  }

  private List<InstrumentDefinition> definitions(CardDescription opened) {
    return instruments == null
        ? InstrumentDefinition.usual(opened.instruments(), opened.levels())
        : InstrumentDefinition.read(instruments, opened.levels());
  }
}
