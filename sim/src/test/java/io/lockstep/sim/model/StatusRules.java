package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.cancel;
import static io.lockstep.sim.model.TestCommand.massCancel;
import static io.lockstep.sim.model.TestDefinitions.setAccount;
import static io.lockstep.sim.model.TestMargin.adjust;
import static io.lockstep.sim.model.TestMargin.adjustAddOn;
import static io.lockstep.sim.model.TestMargin.reserve;
import static io.lockstep.sim.model.TestMargin.transfer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.schema.card.SelfTradePrevention;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an account stands, and when a change of it is told. */
abstract class StatusRules extends MarginRules {
  private static final String HEALTHY = "status of 1 HEALTHY";
  private static final String BREACHED = "status of 1 INITIAL_BREACHED";

  @Test
  void theWorseTheEquityTheWorseTheStatus() {
    hold(0, 10);
    assertEquals(List.of("done ADJUST"), pay(-500));
    assertEquals(List.of("done ADJUST", BREACHED), pay(-1));
    assertEquals(List.of("done ADJUST"), pay(-249));
    assertEquals(List.of("done ADJUST", "status of 1 MAINTENANCE_BREACHED"), pay(-1));
    assertEquals(List.of("done ADJUST"), pay(-249));
    assertEquals(List.of("done ADJUST", "status of 1 BANKRUPT"), pay(-1));
    assertEquals(List.of("done ADJUST", HEALTHY), pay(501));
  }

  private List<String> pay(long amount) {
    return card.send(adjust(1, amount).bySystem());
  }

  @Test
  void theStatusTellsAllFigures() {
    hold(0, 10);
    takes(bid(1, 102, 2));
    MarginStatusDecoder told =
        new MarginStatusDecoder()
            .wrap(card.send(adjust(1, -700).bySystem().bytes).get(1), 0, 64, 1);
    assertEquals(1, told.account());
    assertEquals(300 - 10_000, told.cash());
    assertEquals(300, told.equity());
    assertEquals(40, told.reserve());
    assertEquals(600, told.initialMargin());
    assertEquals(250, told.maintenanceMargin());
    assertEquals(MarginStatus.INITIAL_BREACHED, told.status());
  }

  @Test
  void aReserveCountsTowardsTheInitialBreach() {
    takes(bid(1, 102, 10));
    free(-1);
    assertEquals(MarginStatus.INITIAL_BREACHED, figures(1).status());
    assertEquals(List.of("cancelled 1 10 REQUESTED", HEALTHY, "top - | -"), card.send(cancel(1)));
  }

  @Test
  void theStatusFollowsTheAcceptedOrder() {
    assertEquals(
        List.of("accepted 1", BREACHED, "top 21@100 | -"), card.send(bid(1, 100, 21).bySystem()));
  }

  @Test
  void aRestThatIsCancelledIsFollowedByTheStatus() {
    assertEquals(
        List.of("accepted 1", BREACHED, "cancelled 1 21 IMMEDIATE_OR_CANCEL", HEALTHY),
        card.send(bid(1, 100, 21).immediateOrCancel().bySystem()));
  }

  @Test
  void afterATradeTheMakersAccountComesFirstThenTheTakers() {
    takes(bid(1, 100, 10));
    mark(95);
    sweepAll();
    free(499);
    takes(adjust(2, -1).bySystem());
    assertEquals(
        List.of(
            "accepted 2 r 50",
            "status of 2 INITIAL_BREACHED",
            "trade 2x1 10@100",
            BREACHED,
            "status of 2 HEALTHY",
            "top - | -"),
        card.send(ask(2, 90, 10).bySystem()));
  }

  @Test
  void ordersOfOneOwnerThatEndAreEachFollowedByTheStatus() {
    accepts(setAccount(1, 7));
    accepts(setAccount(3, 7));
    takes(bid(1, 100, 20));
    free(-1);
    takes(ask(2, 100, 20).account(3).prevention(SelfTradePrevention.CANCEL_BOTH));
    takes(bid(3, 100, 20).bySystem());
    free(-1);
    assertEquals(
        List.of(
            "accepted 4",
            "status of 3 INITIAL_BREACHED",
            "cancelled 3 20 SELF_TRADE",
            HEALTHY,
            "cancelled 4 21 SELF_TRADE",
            "status of 3 HEALTHY",
            "top - | -"),
        card.send(
            ask(4, 100, 21).account(3).prevention(SelfTradePrevention.CANCEL_BOTH).bySystem()));
  }

  @Test
  void aMassCancelTellsTheStatusAfterTheOrderThatChangesIt() {
    takes(bid(1, 100, 10));
    takes(bid(2, 99, 10));
    takes(bid(3, 98, 10).parked().bySystem());
    assertEquals(
        List.of(
            "cancelled 1 10 MASS_CANCEL",
            HEALTHY,
            "cancelled 2 10 MASS_CANCEL",
            "top - | -",
            "cancelled 3 10 MASS_CANCEL",
            "done MASS_CANCEL 3"),
        card.send(massCancel()));
  }

  @Test
  void aReplaceIsFollowedByTheStatus() {
    takes(bid(1, 100, 20));
    free(-1);
    assertEquals(
        List.of("replaced 1 19@100 KEPT", HEALTHY, "top 19@100 | -"),
        card.send(TestCommand.replace(1, 100, 19)));
    free(-1);
    assertEquals(
        List.of("replaced 1 18@99 LOST", HEALTHY, "top 18@99 | -"),
        card.send(TestCommand.replace(1, 99, 18)));
    free(-1);
    assertEquals(
        List.of("cancelled 1 18 REQUESTED", HEALTHY, "top - | -"),
        card.send(TestCommand.replace(1, 99, 0)));
  }

  @Test
  void anAddOnIsFollowedByTheStatus() {
    assertEquals(
        List.of("done ADJUST_ADD_ON", "status of 1 MAINTENANCE_BREACHED"),
        card.send(adjustAddOn(1, 1_001).bySystem()));
    assertEquals(List.of("done ADJUST_ADD_ON", HEALTHY), card.send(adjustAddOn(1, -1_001)));
  }

  @Test
  void aTransferTellsTheSellersStatusFirst() {
    assertEquals(
        List.of("done TRANSFER", "status of 2 INITIAL_BREACHED", BREACHED),
        card.send(transfer(2, 1, 100, 21)));
  }

  @Test
  void aReserveIsFollowedByTheStatus() {
    takes(bid(1, 100, 10));
    mark(95);
    sweepAll();
    free(499);
    assertEquals(List.of("reserved 1 of 1: 50", BREACHED), card.send(reserve(1, 1)));
  }

  @Test
  void aRefusedCommandTellsNoStatus() {
    assertEquals(List.of("rejected 1 MARGIN_INSUFFICIENT"), card.send(bid(1, 100, 21)));
    assertEquals(List.of("rejected 0 MARGIN_INSUFFICIENT"), card.send(adjust(1, -1_001)));
  }
}
