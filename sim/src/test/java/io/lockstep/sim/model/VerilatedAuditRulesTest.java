package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.sim.verilated.VerilatedCard;

/** The RTL keeps the rules that {@link AuditRules} states. */
class VerilatedAuditRulesTest extends AuditRules {
  @Override
  Card open() {
    return VerilatedCard.open();
  }
}
