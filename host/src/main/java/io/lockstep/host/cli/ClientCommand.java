package io.lockstep.host.cli;

import io.aeron.exceptions.DriverTimeoutException;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.client.LogonRefusedException;
import io.lockstep.host.venue.Venue;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
      "The action is buy, sell, replace, cancel or cancel-all; for operators halt, resume, call,"
          + " close, band and window too. An empty price makes a market order; time_in_force is"
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
      names = "--key",
      paramLabel = "KEY",
      description = "The participant's key (default: that of the sample venue).")
  private String key;

  @Option(
      names = "--account",
      paramLabel = "N",
      description = "Account of orders that name none (default: the participant's number).")
  private Integer account;

  @Mixin private SessionOption session = new SessionOption();

  @Mixin private AeronOption aeron;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      defaultValue = "aeron:ipc",
      description = "Where the appliance listens (default: ${DEFAULT-VALUE}).")
  private String channel;

  @Option(
      names = "--stream",
      paramLabel = "N",
      defaultValue = "1001",
      description = "Stream on which it listens (default: ${DEFAULT-VALUE}).")
  private int stream;

  @Option(
      names = "--reports",
      paramLabel = "CHANNEL",
      defaultValue = "aeron:ipc",
      description = "Where this client listens (default: ${DEFAULT-VALUE}).")
  private String reports;

  @Option(names = "--top", description = "Print best prices too.")
  private boolean top;

  @Option(names = "--csv", description = "Read CSV, although standard input is a terminal.")
  private boolean csv;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ClientOptions options =
        session.applyTo(
            ClientOptions.ipc(aeron.directory(), participant, key())
                .channels(channel, reports)
                .ingressStream(stream));
    try (LockstepClient client = connect(options)) {
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
    } catch (LogonRefusedException refused) {
      err.println("./lockstep client: " + refused.getMessage());
      err.flush();
      return ExitCode.SOFTWARE;
    }
  }

  private LockstepClient connect(ClientOptions options) {
    if (!Files.isDirectory(aeron.directory())) {
      throw noAppliance(null); // at once; Aeron would wait for a media driver to come
    }
    try {
      return LockstepClient.connect(options);
    } catch (DriverTimeoutException noDriver) {
      throw noAppliance(noDriver);
    }
  }

  private IllegalStateException noAppliance(DriverTimeoutException cause) {
    return new IllegalStateException(
        "no appliance runs in " + aeron.directory() + "; start one with ./lockstep run", cause);
  }

  private String key() {
    if (key != null) {
      return key;
    }
    return Venue.sample().participants().stream()
        .filter(known -> known.id() == participant)
        .map(Venue.Participant::key)
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "the sample venue has no participant " + participant + ": give --key"));
  }
}
