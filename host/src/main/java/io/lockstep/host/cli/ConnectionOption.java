package io.lockstep.host.cli;

import io.aeron.exceptions.DriverTimeoutException;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.venue.Venue;
import java.nio.file.Files;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a command reaches a running appliance, and shows who it is. */
final class ConnectionOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The participant's key (default: that of the sample venue).")
  private String key;

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

  /**
   * Logs on.
   *
   * @param session what the session is to be.
   * @throws io.lockstep.host.client.LogonRefusedException when the appliance refuses.
   * @throws IllegalStateException when there is no appliance.
   */
  LockstepClient connect(int participant, UnaryOperator<ClientOptions> session) {
    ClientOptions options =
        ClientOptions.ipc(aeron.directory(), participant, key(participant))
            .channels(channel, reports)
            .ingressStream(stream);
    if (!Files.isDirectory(aeron.directory())) {
      throw aeron.noAppliance(null); // at once; Aeron would wait for a media driver to come
    }
    try {
      return LockstepClient.connect(session.apply(options));
    } catch (DriverTimeoutException noDriver) {
      throw aeron.noAppliance(noDriver);
    }
  }

  private String key(int participant) {
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
