package io.lockstep.sim.model;

import io.lockstep.driver.Card;

/** The model keeps the matching rules. */
class ModelMatchingRulesTest extends MatchingRules {
  @Override
  Card open() {
    return new ModelCard(TestCapacities.TINY);
  }
}
