package io.lockstep.host;

import io.lockstep.driver.Card;
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
  public static final String MODEL = "model";

  /** The card's RTL under Verilator. */
  public static final String VERILATED = "verilated";

  /** Model and RTL side by side: stops at the first difference. */
  public static final String LOCKSTEP = "lockstep";

  private static final List<String> NAMES = List.of(MODEL, VERILATED, LOCKSTEP);

  private Cards() {}

  /** What {@link #open} takes. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Opens a card in its state after a reset.
   *
   * @param name one of {@link #names}.
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
    switch (setup.name()) {
      case MODEL:
        if (setup.waves().isPresent() || setup.rtl().isPresent()) {
          throw new IllegalArgumentException(
              "the model has no RTL and no waveform; take another card");
        }
        return new OpenCard(new ModelCard(Capacities.SIM), Optional.empty());
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
        LockstepCard pair = LockstepCards.open(paired, settings);
        return new OpenCard(pair, Optional.of(clock(paired)));
      default:
        throw new IllegalArgumentException(
            "no card '" + setup.name() + "'; there are: " + String.join(", ", NAMES));
    }
  }

  private static VerilatedWaves waves(CardSetup setup) {
    return setup.rtl().map(VerilatedWaves::ofRtl).orElseGet(VerilatedWaves::ofCheckout);
  }

  private static VerilatedCard verilated(CardSetup setup) {
    VerilatedCard.Builder builder = VerilatedCard.builder();
    setup.rtl().ifPresent(builder::rtl);
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
