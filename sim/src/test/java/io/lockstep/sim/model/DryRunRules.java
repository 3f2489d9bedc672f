package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.schema.card.RejectReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a dry run of an order answers; it leaves the state hash as it was. */
abstract class DryRunRules extends MarginRules {
  private List<String> tried(TestCommand order) {
    long before = card.stateHash();
    List<String> answer = card.send(order.dryRun());
    assertEquals(before, card.stateHash(), "state hash");
    return answer;
  }

  @Test
  void anOrderThatWouldBeTakenIsAcceptedAndEntersNowhere() {
    takes(ask(5, 100, 3).account(2));
    assertEquals(List.of("accepted 1 r 20", "status of 1 HEALTHY"), tried(bid(1, 102, 4)));
    assertEquals(List.of("accepted 1", "status of 1 HEALTHY"), tried(bid(1, 100, 3).fillOrKill()));
    assertEquals(List.of("accepted 1", "status of 1 HEALTHY"), tried(bid(1, 100, 3).parked()));
  }

  @Test
  void theFiguresAreThoseWithTheOrderInAndNothingOfItFilled() {
    takes(ask(5, 100, 3).account(2));
    hold(0, 2);
    long before = card.stateHash();
    MarginStatusDecoder told =
        new MarginStatusDecoder().wrap(card.send(bid(1, 102, 4).dryRun().bytes).get(1), 0, 64, 1);
    assertEquals(before, card.stateHash());
    assertEquals(1, told.account());
    assertEquals(CASH - 2_000, told.cash());
    assertEquals(CASH, told.equity());
    assertEquals(80, told.reserve());
    assertEquals(300, told.initialMargin());
    assertEquals(50, told.maintenanceMargin());
    assertEquals(MarginStatus.HEALTHY, told.status());
  }

  @Test
  void anOrderThatTheAccountCannotBearIsFollowedByItsFigures() {
    assertEquals(
        List.of("rejected 1 MARGIN_INSUFFICIENT", "status of 1 INITIAL_BREACHED"),
        tried(bid(1, 100, 21)));
    assertEquals(
        List.of("accepted 1", "status of 1 INITIAL_BREACHED"), tried(bid(1, 100, 21).bySystem()));
  }

  @Test
  void otherRefusalsStandAlone() {
    takes(ask(5, 100, 3).account(2));
    refuses(bid(1, 100, 0).dryRun(), RejectReason.QUANTITY_ZERO);
    refuses(bid(1, 100, 4).postOnly().dryRun(), RejectReason.WOULD_CROSS);
    refuses(bid(1, 100, 4).fillOrKill().dryRun(), RejectReason.UNFILLABLE);
    refuses(bid(1, 178, 4).instrument(9).dryRun(), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(bid(1, 20, 4).dryRun(), RejectReason.PRICE_OUTSIDE_WINDOW);
  }

  @Test
  void theSlotDoesNotMatter() {
    takes(bid(1, 100, 1));
    assertEquals("accepted 2", tried(bid(2, 100, 1).slot(1)).get(0));
    assertEquals("accepted 2", tried(bid(2, 100, 1).slot(0xFFFF_FFFFL)).get(0));
    refuses(bid(2, 100, 1).slot(1), RejectReason.SLOT_OCCUPIED);
  }

  @Test
  void aReduceOnlyOrderIsTriedAsClamped() {
    hold(0, 4);
    assertEquals(
        List.of("accepted 1", "status of 1 HEALTHY"),
        tried(ask(1, 100, 9).account(1).reduceOnly()));
    refuses(bid(1, 100, 9).reduceOnly().dryRun(), RejectReason.NOTHING_TO_REDUCE);
  }

  @Test
  void aDryRunRevaluesItsAccountFirst() {
    hold(0, 4);
    mark(79);
    assertEquals(
        List.of(
            "status of 1 INITIAL_BREACHED",
            "rejected 1 MARGIN_INSUFFICIENT",
            "status of 1 INITIAL_BREACHED"),
        card.send(bid(1, 79, 1).dryRun()));
    assertEquals(160 - 200, figures(1).free());
  }

  @Test
  void theStatusOfADryRunCountsAsReportedNowhere() {
    tried(bid(1, 100, 21));
    assertEquals(MarginStatus.HEALTHY, figures(1).status());
    assertEquals(
        List.of("accepted 1", "status of 1 INITIAL_BREACHED", "top 21@100 | -"),
        card.send(bid(1, 100, 21).bySystem()));
  }
}
