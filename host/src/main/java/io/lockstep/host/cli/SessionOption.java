package io.lockstep.host.cli;

import io.lockstep.host.client.ClientOptions;
import picocli.CommandLine.Option;

/** What kind of session a client asks for. */
final class SessionOption {
  @Option(
      names = "--resume",
      paramLabel = "SESSION",
      description = "Go on with this session, which must have ended (otherwise: a new one).")
  private Integer resumed;

  @Option(
      names = "--after",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "With --resume: the last report that you have, by its output sequence; later ones are"
              + " sent again (default: 0, all of them).")
  private long after;

  @Option(
      names = "--first-id",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Client order id of the first request; they rise within a session (default: 1).")
  private long firstId;

  @Option(
      names = "--cancel-on-disconnect",
      description = "The session's orders are cancelled when it ends, however it ends.")
  private boolean cancelOnDisconnect;

  @Option(
      names = "--drop-copy",
      description =
          "Send nothing, and print the reports of all sessions of the participant, until Ctrl-C.")
  private boolean dropCopy;

  /** The same options with the session that the user asks for. */
  ClientOptions applyTo(ClientOptions options) {
    ClientOptions applied = options;
    if (resumed != null) {
      applied = applied.resume(resumed, after);
    }
    if (cancelOnDisconnect) {
      applied = applied.cancelOnDisconnect();
    }
    return dropCopy ? applied.dropCopy() : applied;
  }

  long firstId() {
    return firstId;
  }

  boolean isDropCopy() {
    return dropCopy;
  }
}
