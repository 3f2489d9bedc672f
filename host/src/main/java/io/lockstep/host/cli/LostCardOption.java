package io.lockstep.host.cli;

import io.lockstep.host.settings.LostCardSettings;
import picocli.CommandLine.Option;

/** When a card is lost, and what becomes of the appliance then. */
final class LostCardOption {
  @Option(
      names = "--card-silence-ms",
      paramLabel = "N",
      defaultValue = "5000",
      description = "A card that owes an answer for so long is lost (default: ${DEFAULT-VALUE}).")
  private long silenceMs;

  @Option(
      names = "--stop-on-lost-card",
      description = "Stop when the card is lost, instead of going on with the Java model.")
  private boolean stops;

  LostCardSettings settings() {
    return (stops ? LostCardSettings.STOPS : LostCardSettings.REPLACED).withSilenceMs(silenceMs);
  }
}
