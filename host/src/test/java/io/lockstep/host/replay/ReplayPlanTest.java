package io.lockstep.host.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a day becomes: the opening auction by its outcome, continuous trading as it was. */
class ReplayPlanTest {
  @TempDir Path folder;

  @Test
  void beginsWithWhatTheOpeningAuctionLeft() throws IOException {
    ReplayPlan plan =
        plan(
            List.of(
                "0,t,OA,N,11,B,5500,300",
                "1,t,OA,N,12,S,5480,200",
                "2,t,OA,N,13,B,5400,100",
                "3,t,OA,N,14,S,5600,700",
                "4,t,OA,X,13,B,5400,100",
                "5,t,C,N,15,S,5610,1"),
            List.of("4,OAX,11,12,5490,200"));

    assertEquals(
        List.of(
            new ReplayInput(0, ReplayInput.Kind.LIMIT, 11, true, 550, 100, -1),
            new ReplayInput(3, ReplayInput.Kind.LIMIT, 14, false, 560, 700, -1),
            new ReplayInput(5, ReplayInput.Kind.LIMIT, 15, false, 561, 1, -1)),
        plan.inputs());
    assertEquals(2, plan.openingOrders());
    assertEquals(1, plan.openingFills());
  }

  @Test
  void leavesTheClosingAuctionOut() throws IOException {
    ReplayPlan plan =
        plan(
            List.of("0,t,C,N,11,B,5500,300", "1,t,CA,N,12,S,5500,200"),
            List.of("1,CAX,11,12,5500,200"));

    assertEquals(1, plan.size());
    assertEquals(1, plan.closingCommands());
    assertEquals(List.of(), plan.expected());
  }

  @Test
  void aCancelNamesTheRequestOfItsOrder() throws IOException {
    ReplayPlan plan =
        plan(
            List.of("0,t,C,N,11,B,5500,300", "1,t,C,M,12,S,5500,200", "2,t,C,X,11,B,5500,100"),
            List.of("1,C,11,12,5500,200"));

    assertEquals(ReplayInput.Kind.IMMEDIATE, plan.inputs().get(1).kind());
    assertEquals(
        new ReplayInput(2, ReplayInput.Kind.CANCEL, 11, true, 0, 0, 0), plan.inputs().get(2));
  }

  @Test
  void refusesACancelOfAnOrderThatNeverCame() {
    assertSays("line 2: cancels an order", List.of("0,t,C,X,11,B,5500,100"), List.of());
  }

  @Test
  void refusesAPriceOffTheTick() {
    assertSays("line 2: no price of whole ticks", List.of("0,t,C,N,11,B,5501,100"), List.of());
  }

  @Test
  void refusesAnOpeningFillBeyondItsOrder() {
    assertSays(
        "line 2: order 11",
        List.of("0,t,OA,N,11,B,5500,100", "1,t,OA,N,12,S,5500,300"),
        List.of("1,OAX,11,12,5500,200"));
  }

  @Test
  void refusesAnOrderIdThatComesTwice() {
    assertSays(
        "line 3: order id is there already",
        List.of("0,t,C,N,11,B,5500,100", "1,t,C,N,11,B,5500,100"),
        List.of());
  }

  @Test
  void refusesPricesThatSpanMoreThanTheCardsLevels() throws IOException {
    ReplayPlan plan = plan(List.of("0,t,C,N,11,B,1000,100", "1,t,C,N,12,S,1070,100"), List.of());

    assertEquals(100, plan.windowBase(8));
    assertEquals(96, plan.windowBase(16));
    assertThrows(InputException.class, () -> plan.windowBase(7));
  }

  private void assertSays(String words, List<String> inbound, List<String> fills) {
    InputException failure = assertThrows(InputException.class, () -> plan(inbound, fills));
    assertTrue(failure.getMessage().contains(words), failure.getMessage());
  }

  private ReplayPlan plan(List<String> inbound, List<String> fills) throws IOException {
    return new ReplayPlan(Days.of(folder, inbound, fills));
  }
}
