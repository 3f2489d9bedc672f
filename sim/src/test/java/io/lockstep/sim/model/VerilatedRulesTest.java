package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.sim.verilated.VerilatedCard;
import org.junit.jupiter.api.Nested;

/** The RTL keeps the rules of docs/card.md, as the model does. */
class VerilatedRulesTest {
  @Nested
  class Matching extends MatchingRules {
    @Override
    Card open() {
      return VerilatedCard.open();
    }
  }

  @Nested
  class OrderTypes extends OrderTypeRules {
    @Override
    Card open() {
      return VerilatedCard.open();
    }
  }

  @Nested
  class SelfTrades extends SelfTradeRules {
    @Override
    Card open() {
      return VerilatedCard.open();
    }
  }

  @Nested
  class Replaces extends ReplaceRules {
    @Override
    Card open() {
      return VerilatedCard.open();
    }
  }

  @Nested
  class MassCancels extends MassCancelRules {
    @Override
    Card open() {
      return VerilatedCard.open();
    }
  }

  @Nested
  class Parking extends ParkingRules {
    @Override
    Card open() {
      return VerilatedCard.open();
    }
  }

  @Nested
  class Crosses extends CrossRules {
    @Override
    Card open() {
      return VerilatedCard.open();
    }
  }

  @Nested
  class Positions extends PositionRules {
    @Override
    Card open() {
      return VerilatedCard.open();
    }
  }

  @Nested
  class Loading extends LoadingRules {
    @Override
    Card open() {
      return VerilatedCard.open();
    }
  }

  @Nested
  class Definitions extends DefinitionRules {
    @Override
    Card open() {
      return VerilatedCard.open();
    }
  }

  @Nested
  class Refusals extends RefusalRules {
    @Override
    Card open() {
      return VerilatedCard.open();
    }
  }

  @Nested
  class Audits extends AuditRules {
    @Override
    Card open() {
      return VerilatedCard.open();
    }
  }
}
