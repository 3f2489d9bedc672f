package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import org.junit.jupiter.api.Nested;

/** The model keeps the rules of docs/card.md, Margin. */
class ModelMarginRulesTest {
  @Nested
  class Requirements extends RequirementRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY_MARGIN);
    }
  }

  @Nested
  class Gates extends GateRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY_MARGIN);
    }
  }

  @Nested
  class Settlements extends SettlementRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY_MARGIN);
    }
  }

  @Nested
  class Statuses extends StatusRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY_MARGIN);
    }
  }

  @Nested
  class Revaluations extends RevaluationRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY_MARGIN);
    }
  }
}
