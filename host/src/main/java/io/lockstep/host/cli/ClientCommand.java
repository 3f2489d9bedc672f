package io.lockstep.host.cli;

import io.lockstep.host.client.LockstepClient;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends orders to a running appliance and prints its reports. */
@Command(
    name = "client",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Logs on to a running appliance, sends orders and prints its reports. On a terminal it takes"
          + " commands such as 'buy 1 100 @ 250000'; 'help' lists them. Otherwise it reads CSV from"
          + " standard input, and ends after the last answer.",
      "CSV columns: " + RequestFields.COLUMNS + ".",
      "The action is buy, sell, replace, cancel, cancel-all, what-if-buy, what-if-sell, what-if,"
          + " margin or greeks; for operators halt, resume, call, close, band, window, mark,"
          + " volatility, smile, deposit, withdraw and fee-tier too. An empty price makes a market order; time_in_force is"
          + " gtc, ioc or fok; order names what to replace or cancel: a client order id, or # and"
          + " the venue's order id; flags are post-only and reduce-only, of cancel-all session and"
          + " everything; self_trade is incoming, resting or both. Requests get rising"
          + " client order ids, from --first-id on; prices are integers in the instrument's price unit,"
          + " quantities lots."
    },
    footer = {
      "",
      "Exit status: 0 done; 1 logon refused, or the appliance is gone; 2 wrong use, or a line of"
          + " the CSV is wrong.",
      "",
      "Example: echo buy,1,10,250000 | ./lockstep client"
    })
final class ClientCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Option(
      names = "--participant",
      paramLabel = "N",
      defaultValue = "1",
      description = "Log on as this participant (default: 1).")
  private int participant;

  @Option(
      names = "--account",
      paramLabel = "N",
      description = "Account of orders that name none (default: the participant's number).")
  private Integer account;

  @Mixin private SessionOption session = new SessionOption();

  @Mixin private ConnectionOption connection = new ConnectionOption();

  @Option(names = "--top", description = "Print best prices too.")
  private boolean top;

  @Option(names = "--csv", description = "Read CSV, although standard input is a terminal.")
  private boolean csv;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (LockstepClient client = connection.connect(participant, session::applyTo)) {
      out.println("logged on as participant " + participant + ", session " + client.session());
      out.flush();
      int usualAccount = account == null ? participant : account;
      ClientSender sender = new ClientSender(client, usualAccount, session.firstId());
      ClientDialogue dialogue = new ClientDialogue(client, sender, top, out, err);
      if (session.isDropCopy()) {
        dialogue.listen();
      }
      LineReader lines = new LineReader(System.in);
      if (csv || !Terminal.isInteractive()) {
        return dialogue.sendCsv(lines) ? ExitCode.OK : ExitCode.USAGE;
      }
      dialogue.prompt(lines);
      return ExitCode.OK;
    }
  }
}
