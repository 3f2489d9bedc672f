package io.lockstep.driver;

/**
 * What the host needs of a card.
 *
 * @param rulesVersion of the rules that it must implement.
 */
public record CardRequirements(
    int rulesVersion, int instruments, int levels, int liveOrders, int accounts, int positions) {
  /** Any card, by the first version of the rules. */
  public static final CardRequirements NONE = new CardRequirements(1, 1, 1, 1, 1, 1);

  /**
   * Compares with what a card has.
   *
   * @throws CardRefusedException naming the first thing that falls short.
   */
  public void requireMetBy(CardDescription card) {
    if (rulesVersion < card.rulesVersionMin() || rulesVersion > card.rulesVersionMax()) {
      throw new CardRefusedException(
          String.format(
              "the card implements rules %d to %d; version %d is needed",
              card.rulesVersionMin(), card.rulesVersionMax(), rulesVersion));
    }
    requireAtLeast("instruments", card.instruments(), instruments);
    requireAtLeast("levels", card.levels(), levels);
    requireAtLeast("live orders", card.liveOrders(), liveOrders);
    requireAtLeast("accounts", card.accounts(), accounts);
    requireAtLeast("positions", card.positions(), positions);
  }

  private static void requireAtLeast(String what, int found, int needed) {
    if (found < needed) {
      throw new CardRefusedException(
          String.format("the card has room for %d %s; %d are needed", found, what, needed));
    }
  }
}
