package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import org.junit.jupiter.api.Nested;

/** The RTL keeps the rules of docs/card.md, Margin, and lets no exploit through, as the model. */
class VerilatedMarginRulesTest {
  @Nested
  class Requirements extends RequirementRules {
    @Override
    Card open() {
      return MarginRtl.open();
    }
  }

  @Nested
  class Gates extends GateRules {
    @Override
    Card open() {
      return MarginRtl.open();
    }
  }

  @Nested
  class Settlements extends SettlementRules {
    @Override
    Card open() {
      return MarginRtl.open();
    }
  }

  @Nested
  class Statuses extends StatusRules {
    @Override
    Card open() {
      return MarginRtl.open();
    }
  }

  @Nested
  class Revaluations extends RevaluationRules {
    @Override
    Card open() {
      return MarginRtl.open();
    }
  }

  @Nested
  class Parameters extends ParameterRules {
    @Override
    Card open() {
      return MarginRtl.open();
    }
  }

  @Nested
  class Definitions extends MarginDefinitionRules {
    @Override
    Card open() {
      return MarginRtl.open();
    }
  }

  @Nested
  class Money extends MoneyRules {
    @Override
    Card open() {
      return MarginRtl.open();
    }
  }

  @Nested
  class Loading extends MarginLoadingRules {
    @Override
    Card open() {
      return MarginRtl.open();
    }
  }

  @Nested
  class DryRuns extends DryRunRules {
    @Override
    Card open() {
      return MarginRtl.open();
    }
  }

  @Nested
  class Audits extends MarginAuditRules {
    @Override
    Card open() {
      return MarginRtl.open();
    }
  }

  @Nested
  class Exploits extends ExploitRules {
    @Override
    Card open() {
      return MarginRtl.open();
    }
  }
}
