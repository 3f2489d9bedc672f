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

  @Nested
  class Parameters extends ParameterRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY_MARGIN);
    }
  }

  @Nested
  class Definitions extends MarginDefinitionRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY_MARGIN);
    }
  }

  @Nested
  class Money extends MoneyRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY_MARGIN);
    }
  }

  @Nested
  class Loading extends MarginLoadingRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY_MARGIN);
    }
  }

  @Nested
  class DryRuns extends DryRunRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY_MARGIN);
    }
  }

  @Nested
  class Audits extends MarginAuditRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY_MARGIN);
    }
  }
}
