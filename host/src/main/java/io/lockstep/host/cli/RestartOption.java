package io.lockstep.host.cli;

import io.lockstep.host.settings.RestartSettings;
import picocli.CommandLine.Option;

/** How an appliance goes on with what is in its archive directory. */
final class RestartOption {
  @Option(
      names = "--snapshot-every",
      paramLabel = "N",
      defaultValue = "1000000",
      description =
          "Messages of the log between two snapshots (default: ${DEFAULT-VALUE}); 0: none.")
  private long snapshotEvery;

  @Option(
      names = "--ignore-snapshots",
      description = "Start from the beginning of the journal, whatever snapshots there are.")
  private boolean ignoreSnapshots;

  @Option(
      names = "--accept-loss",
      description =
          "Start on a journal whose end is lost, though somebody was told what was in it.")
  private boolean acceptLoss;

  RestartSettings settings() {
    return new RestartSettings(acceptLoss, ignoreSnapshots, snapshotEvery);
  }
}
