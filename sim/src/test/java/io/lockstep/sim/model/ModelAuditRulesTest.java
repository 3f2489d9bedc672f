package io.lockstep.sim.model;

import io.lockstep.driver.Card;

/** The model keeps the rules of audits and settings. */
class ModelAuditRulesTest extends AuditRules {
  @Override
  Card open() {
    return new ModelCard(TestCapacities.TINY);
  }
}
