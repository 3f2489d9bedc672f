package io.lockstep.host.cli;

import io.lockstep.host.settings.SettingsBuilder;
import java.util.List;
import picocli.CommandLine.Option;

/** What the gateway allows its clients. */
final class GatewayOption {
  @Option(
      names = "--messages-per-second",
      paramLabel = "N",
      defaultValue = "0",
      description = "Requests that a session may send (default: 0, as many as it likes).")
  private int messagesPerSecond;

  @Option(
      names = "--burst",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Requests that it may send at once, after a pause (default: ${DEFAULT-VALUE}).")
  private int burst;

  @Option(
      names = "--response-host",
      paramLabel = "HOST",
      description =
          "Host to which clients may have reports sent by UDP, as they name it; may be given more"
              + " than once (otherwise: this machine, and the hosts of --channel).")
  private List<String> responseHosts = List.of();

  void applyTo(SettingsBuilder settings) {
    settings
        .messagesPerSecond(messagesPerSecond)
        .burst(burst)
        .responseHosts(responseHosts.toArray(new String[0]));
  }
}
