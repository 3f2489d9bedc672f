package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.AdjustDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EndOfLoadDecoder;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.agrona.concurrent.UnsafeBuffer;

/** What the rules of margin are for holds on the model, whatever it is sent. */
class MarginPropertiesTest {
  private static final int FLOW = 500;

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void noFillLowersFreeAndMaintenanceIsNeverAboveInitial(@ForAll long seed) {
    try (CardUnderTest card = open(seed)) {
      FillProperty.check(card::send, seed, card.description().scenarios());
    }
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void newOrdersOfABreachedAccountCostLittleAndAddNoRisk(@ForAll long seed) {
    try (CardUnderTest card = open(seed)) {
      BreachProperty.check(card::send, seed, card.description().scenarios());
    }
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void cashChangesByAdjustmentsAndFeesAndByNothingElse(@ForAll long seed) {
    try (CardUnderTest card = open(0)) {
      RandomMarginFlow flow = new RandomMarginFlow(seed, TestCapacities.MARGIN_16, 3);
      boolean isLoading = true;
      long cash = 0;
      for (int number = 0; number < FLOW; number++) {
        UnsafeBuffer command = flow.next();
        flow.plain.execute(command);
        List<UnsafeBuffer> events = card.send(command);
        long now = new MarginView(card.send(TestMargin.audit().bytes)).cash();
        if (!isLoading) {
          assertEquals(
              cash + adjusted(command, events) - fees(events), now, "cash of all accounts");
        }
        cash = now;
        isLoading &= !(MarginMarket.isA(command, EndOfLoadDecoder.TEMPLATE_ID) && isDone(events));
      }
      assertTrue(!isLoading, "the end of load was spoilt: seed " + seed);
    }
  }

  private static CardUnderTest open(long seed) {
    return new CardUnderTest(
        new ModelCard(seed / 2 % 2 == 0 ? TestCapacities.MARGIN_16 : TestCapacities.MARGIN_32));
  }

  private static long adjusted(UnsafeBuffer command, List<UnsafeBuffer> events) {
    boolean isAdjusted = MarginMarket.isA(command, AdjustDecoder.TEMPLATE_ID) && isDone(events);
    return isAdjusted ? new AdjustDecoder().wrap(command, 0, 64, 1).amount() : 0;
  }

  private static boolean isDone(List<UnsafeBuffer> events) {
    return events.stream().anyMatch(event -> MarginMarket.isA(event, DoneDecoder.TEMPLATE_ID));
  }

  private static long fees(List<UnsafeBuffer> events) {
    return MarginMarket.trades(events).stream()
        .mapToLong(trade -> trade.takerFee() + trade.makerFee())
        .sum();
  }
}
