package io.lockstep.sim.model;

import io.lockstep.driver.Card;

/** The model keeps the rules of refusals. */
class ModelRefusalRulesTest extends RefusalRules {
  @Override
  Card open() {
    return new ModelCard(TestCapacities.TINY);
  }
}
