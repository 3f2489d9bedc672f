package io.lockstep.sim.synthesis;

import io.lockstep.sim.model.Capacities;
import java.util.Locale;
import java.util.Optional;

/** Sizes of the card that have a name; docs/card.md shows their capacities. */
public enum Preset {
  /** What is simulated by default. */
  SIM(Capacities.SIM, null),
  /** What fits {@link Device#XCU55C}, with room for a PCIe shell and for margin. */
  CARD(new Capacities(64, 8_192, 131_072, 130_816, 65_536, 131_072, 256), Device.XCU55C),
  /** As large as the RTL's field widths allow for; it must elaborate. */
  LARGEST(new Capacities(256, 16_384, 1_048_576, 1_048_320, 1_048_576, 1_048_576, 256), null);

  private final Capacities capacities;
  private final Device device;

  Preset(Capacities capacities, Device device) {
    this.capacities = capacities;
    this.device = device;
  }

  /** Its name as the user types it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a card of this size holds. */
  public Capacities capacities() {
    return capacities;
  }

  /** The device that it is made for, if there is one. */
  public Optional<Device> device() {
    return Optional.ofNullable(device);
  }

  /** Yosys' options that set the parameters of {@code lockstep_card}. */
  String parameters() {
    return "-set INSTRUMENTS %d -set LEVELS %d -set ORDERS %d -set LIVE_ORDERS %d -set ACCOUNTS %d"
            .formatted(
                capacities.instruments(),
                capacities.levels(),
                capacities.orderSlots(),
                capacities.liveOrders(),
                capacities.accounts())
        + " -set POSITIONS %d -set WINDOW_SLOTS %d"
            .formatted(capacities.positions(), capacities.windowSlots());
  }
}
