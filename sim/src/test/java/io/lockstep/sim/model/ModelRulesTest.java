package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import org.junit.jupiter.api.Nested;

/** The model keeps the rules of docs/card.md. */
class ModelRulesTest {
  @Nested
  class Matching extends MatchingRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY);
    }
  }

  @Nested
  class OrderTypes extends OrderTypeRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY);
    }
  }

  @Nested
  class SelfTrades extends SelfTradeRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY);
    }
  }

  @Nested
  class Replaces extends ReplaceRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY);
    }
  }

  @Nested
  class MassCancels extends MassCancelRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY);
    }
  }

  @Nested
  class Parking extends ParkingRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY);
    }
  }

  @Nested
  class Crosses extends CrossRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY);
    }
  }

  @Nested
  class Positions extends PositionRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY);
    }
  }

  @Nested
  class Loading extends LoadingRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY);
    }
  }

  @Nested
  class Definitions extends DefinitionRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY);
    }
  }

  @Nested
  class Refusals extends RefusalRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY);
    }
  }

  @Nested
  class Audits extends AuditRules {
    @Override
    Card open() {
      return new ModelCard(TestCapacities.TINY);
    }
  }
}
