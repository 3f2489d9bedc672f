package io.lockstep.host;

import io.lockstep.driver.Card;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.util.List;

/** The one place where the host names concrete cards. */
public final class Cards {
  /** The Java model of the card. */
  public static final String MODEL = "model";

  private static final List<String> NAMES = List.of(MODEL);

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
    switch (name) {
      case MODEL:
        return new ModelCard(Capacities.SIM);
      default:
        throw new IllegalArgumentException("no card '" + name + "'; there are: " + NAMES);
    }
  }
}
