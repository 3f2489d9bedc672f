package io.lockstep.host.cli;

import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.client.Requests;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who the operator is, and the one request of a command: from logon to its answer. */
final class OperatorOption {
  /** Client order id of the request, the only one of its session. */
  static final long REQUEST_ID = 1;

  /** Answers are made by hand or machine in their time; this is how often one looks. */
  private static final long LOOK_MS = 1;

  private static final int MESSAGES_A_LOOK = 64;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--operator",
      paramLabel = "N",
      defaultValue = "9",
      description =
          "Log on as this participant, who is an operator (default: 9, that of the sample venue).")
  private int operator;

  @Mixin private ConnectionOption connection = new ConnectionOption();

  /**
   * Sends a request about the machine, and prints its answer's text.
   *
   * @return the exit status.
   */
  int ask(Consumer<Requests> request) {
    return ask(request, count -> "done");
  }

  /**
   * Sends a request and prints its answer in one line: where it was carried out to standard output,
   * else to standard error.
   *
   * @param request written with {@link #REQUEST_ID}.
   * @param done what to print, by the count in the answer.
   * @return the exit status.
   */
  int ask(Consumer<Requests> request, LongFunction<String> done) {
    Requests written = new Requests();
    request.accept(written);
    OperatorAnswer answer = new OperatorAnswer(REQUEST_ID, done);
    try (LockstepClient client =
        connection.connect(operator, UnaryOperator.<ClientOptions>identity())) {
      send(client, written);
      while (!answer.hasCome()) {
        if (client.poll(answer, MESSAGES_A_LOOK) == 0) {
          pauseUnlessGone(client);
        }
      }
    }
    if (!answer.isDone()) {
      throw new IllegalStateException(answer.text());
    }
    spec.commandLine().getOut().println(answer.text());
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }

  private static void send(LockstepClient client, Requests written) {
    while (client.send(written) < LockstepClient.SENT) {
      pauseUnlessGone(client);
    }
  }

  private static void pauseUnlessGone(LockstepClient client) {
    if (!client.isConnected()) {
      String why = client.endReason() == null ? "" : " (" + client.endReason() + ")";
      throw new IllegalStateException(
          "the appliance has closed the session, or is gone"
              + why
              + "; nobody knows what was done");
    }
    try {
      Thread.sleep(LOOK_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
