package io.lockstep.host;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.driver.CardRequirements;
import io.lockstep.driver.RingCard;
import io.lockstep.driver.pcie.PcieDevice;
import io.lockstep.driver.pcie.PcieHost;
import io.lockstep.host.card.CardSource;
import io.lockstep.sim.lockstep.LockstepCard;
import io.lockstep.sim.lockstep.LockstepCards;
import io.lockstep.sim.lockstep.LockstepSettings;
import io.lockstep.sim.lockstep.VerilatedWaves;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import io.lockstep.sim.verilated.VerilatedCard;
import io.lockstep.sim.verilated.VerilatedDevice;
import java.util.List;
import java.util.Optional;

/** The one place where the host names concrete cards. */
public final class Cards {
  /** The Java model of the card. */
  public static final String MODEL = CardSource.SPARE;

  /** The card's RTL under Verilator. */
  public static final String VERILATED = "verilated";

  /** Model and RTL side by side: stops at the first difference. */
  public static final String LOCKSTEP = "lockstep";

  /** The first card on the PCIe bus; {@code pcie:ADDRESS} is the one at an address. */
  public static final String PCIE = "pcie";

  private static final String PCIE_AT = PCIE + ":";
  private static final List<String> NAMES = List.of(MODEL, VERILATED, LOCKSTEP, PCIE);

  private Cards() {}

  /** The cards that there are. Besides, {@link #open} takes {@code pcie:ADDRESS}. */
  public static List<String> names() {
    return NAMES;
  }

  /** Whether {@link #open} takes the name. */
  public static boolean isCard(String name) {
    return NAMES.contains(name) || name.startsWith(PCIE_AT);
  }

  /** Whether a card is RTL that this machine clocks, of which there are waveforms. */
  public static boolean isSimulatedRtl(String name) {
    return name.equals(VERILATED) || name.equals(LOCKSTEP);
  }

  /**
   * Opens a card in its state after a reset.
   *
   * @param name that is a card's by {@link #isCard}.
   * @throws IllegalArgumentException for another name.
   */
  public static Card open(String name) {
    return open(CardSetup.of(name)).card();
  }

  /**
   * Opens a card as it is set up, in its state after a reset.
   *
   * @throws IllegalArgumentException for another name, or a waveform of a card without RTL.
   */
  public static OpenCard open(CardSetup setup) {
    boolean wantsRtl = setup.waves().isPresent() || setup.rtl().isPresent();
    if (wantsRtl && !isSimulatedRtl(setup.name())) {
      throw new IllegalArgumentException(setup.name() + " has no RTL here and no waveform");
    }
    if (setup.name().startsWith(PCIE_AT)) {
      String address = setup.name().substring(PCIE_AT.length());
      return onTheBus(PcieDevice.open(PcieHost.under(setup.pcieRoot()), address));
    }
    switch (setup.name()) {
      case MODEL:
        return new OpenCard(new ModelCard(setup.size()), Optional.empty());
      case VERILATED:
        VerilatedCard alone = verilated(setup);
        return new OpenCard(alone, Optional.of(clock(alone)));
      case LOCKSTEP:
        VerilatedCard paired = verilated(setup);
        LockstepSettings settings =
            LockstepSettings.defaults()
                .withFolder(setup.evidence().orElse(LockstepSettings.DEFAULT_FOLDER))
                .withRepeat(setup.repeat())
                .withWaves(waves(setup));
        LockstepCard pair = LockstepCards.open(paired, setup.size(), settings);
        return new OpenCard(pair, Optional.of(clock(paired)));
      case PCIE:
        return onTheBus(PcieDevice.openFirst(PcieHost.under(setup.pcieRoot())));
      default:
        throw new IllegalArgumentException(
            "no card '" + setup.name() + "'; there are: " + String.join(", ", NAMES));
    }
  }

  /** Opens cards by their names, each set up like this one, but for a waveform. */
  public static CardSource source(CardSetup setup) {
    return new CardSource() {
      @Override
      public Card open(String name) {
        if (!isCard(name)) {
          throw new IllegalArgumentException(
              "there is none of this name; there are: " + String.join(", ", NAMES));
        }
        CardSetup named = setup.withName(name).withWaves(Optional.empty());
        return Cards.open(isSimulatedRtl(name) ? named : named.withRtl(Optional.empty())).card();
      }

      @Override
      public Card spare(CardDescription like) {
        return new ModelCard(Capacities.of(like));
      }
    };
  }

  private static OpenCard onTheBus(PcieDevice device) {
    return new OpenCard(RingCard.open(device, CardRequirements.NONE), Optional.empty());
  }

  private static VerilatedWaves waves(CardSetup setup) {
    if (!setup.size().equals(Capacities.SIM)) {
      return VerilatedWaves.ofSize(setup.rtl(), setup.size().rtlParameters());
    }
    return setup.rtl().map(VerilatedWaves::ofRtl).orElseGet(VerilatedWaves::ofCheckout);
  }

  private static VerilatedCard verilated(CardSetup setup) {
    VerilatedCard.Builder builder = VerilatedCard.builder();
    setup.rtl().ifPresent(builder::rtl);
    if (!setup.size().equals(Capacities.SIM)) {
      builder.parameters(setup.size().rtlParameters());
    }
    setup.waves().ifPresent(written -> builder.wave(written.file(), written.from(), written.to()));
    return builder.open();
  }

  private static CardClock clock(VerilatedCard card) {
    VerilatedDevice device = card.device();
    return new CardClock() {
      @Override
      public long cycles() {
        return device.cycles();
      }

      @Override
      public int windowToEventCycles() {
        return device.windowToEventCycles();
      }
    };
  }
}
