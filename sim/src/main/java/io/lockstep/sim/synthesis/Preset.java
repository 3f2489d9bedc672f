package io.lockstep.sim.synthesis;

import io.lockstep.sim.model.Capacities;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sizes of the card that have a name; docs/card.md shows their capacities. */
public enum Preset {
  /** What is simulated by default. */
  SIM(Capacities.SIM, Capacities.SIM_MARGIN, null),
  /**
   * What fits {@link Device#XCU55C}, with room for a PCIe shell: what lanes take with margin leaves
   * fewer orders, accounts and positions.
   */
  CARD(
      new Capacities(64, 8_192, 131_072, 130_816, 65_536, 131_072, 256),
      new Capacities(64, 8_192, 65_536, 65_280, 16_384, 65_536, 256).withMargin(16_384, 32, 64),
      Device.XCU55C),
  /** As large as the RTL's field widths allow for; it must elaborate. */
  LARGEST(
      new Capacities(256, 16_384, 1_048_576, 1_048_320, 1_048_576, 1_048_576, 256),
      new Capacities(256, 16_384, 1_048_576, 1_048_320, 1_048_576, 1_048_576, 256)
          .withMargin(1_048_576, 32, 64),
      null);

  private final Capacities capacities;
  private final Capacities withMargin;
  private final Device device;

  Preset(Capacities capacities, Capacities withMargin, Device device) {
    this.capacities = capacities;
    this.withMargin = withMargin;
    this.device = device;
  }

  /** Its name as the user types it. */
  public String label(boolean margin) {
    return name().toLowerCase(Locale.ROOT) + (margin ? " --margin" : "");
  }

  /** What a card of this size holds, with margin or without. */
  public Capacities capacities(boolean margin) {
    return margin ? withMargin : capacities;
  }

  /** The device that it is made for, if there is one. */
  public Optional<Device> device() {
    return Optional.ofNullable(device);
  }

  /** Yosys' options that set the parameters of {@code lockstep_card}. */
  String parameters(boolean margin) {
    return capacities(margin).rtlParameters().stream()
        .map(parameter -> "-set " + parameter.replace('=', ' '))
        .collect(Collectors.joining(" "));
  }
}
