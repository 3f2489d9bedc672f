package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.sim.verilated.VerilatedCard;

/** The RTL keeps the rules that {@link RefusalRules} states. */
class VerilatedRefusalRulesTest extends RefusalRules {
  @Override
  Card open() {
    return VerilatedCard.open();
  }
}
