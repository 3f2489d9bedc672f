package io.lockstep.host.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a day becomes: its commands as they came, with the changes of phase between them. */
class ReplayPlanTest {
  @TempDir Path folder;

  @Test
  void holdsBothAuctionsRoundContinuousTrading() throws IOException {
    ReplayPlan plan =
        plan(
            List.of(
                "0,t,OA,N,11,B,5500,300",
                "1,t,OA,N,12,S,5480,200",
                "2,t,C,N,13,B,5400,100",
                "3,t,CA,N,14,S,5400,50"),
            List.of("1,OAX,11,12,5490,200", "3,CAX,13,14,5400,50"));

    assertEquals(
        List.of(
            ReplayInput.phase(0, ReplayInput.Kind.CALL),
            new ReplayInput(0, ReplayInput.Kind.LIMIT, 11, true, 550, 300, -1),
            new ReplayInput(1, ReplayInput.Kind.LIMIT, 12, false, 548, 200, -1),
            ReplayInput.phase(2, ReplayInput.Kind.CONTINUOUS),
            new ReplayInput(2, ReplayInput.Kind.LIMIT, 13, true, 540, 100, -1),
            ReplayInput.phase(3, ReplayInput.Kind.CALL),
            new ReplayInput(3, ReplayInput.Kind.LIMIT, 14, false, 540, 50, -1),
            ReplayInput.phase(7, ReplayInput.Kind.CLOSED)),
        plan.inputs());
    assertEquals(
        List.of(
            new AuctionRecord("opening", 5490, 200, Map.of(11L, 200L, 12L, 200L)),
            new AuctionRecord("closing", 5400, 50, Map.of(13L, 50L, 14L, 50L))),
        plan.auctions());
    assertEquals(List.of(), plan.expected());
  }

  @Test
  void aDayWithoutCallsHasNoAuction() throws IOException {
    ReplayPlan plan = plan(List.of("0,t,C,N,11,B,5500,300"), List.of());

    assertEquals(1, plan.size());
    assertEquals(List.of(), plan.auctions());
  }

  @Test
  void takesNothingFromTheFills() throws IOException {
    List<String> inbound = List.of("0,t,OA,N,11,B,5500,300", "1,t,C,N,12,S,5480,200");
    ReplayPlan with = plan(inbound, List.of("1,OAX,11,12,5490,200", "1,C,11,12,5500,7"));

    assertEquals(plan(inbound, List.of()).inputs(), with.inputs());
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
  void refusesPhasesOutOfOrder() {
    String order = "0,t,C,N,11,B,5500,100";
    assertSays("line 3: this phase", List.of(order, "1,t,OA,N,12,B,5500,100"), List.of());
    assertSays("line 2: this phase", List.of("0,t,CAX,N,12,B,5500,100"), List.of());
  }

  @Test
  void refusesAnAuctionWithTwoPrices() {
    assertSays(
        "line 3: an auction has one price, 5490",
        List.of("0,t,OA,N,11,B,5500,100"),
        List.of("1,OAX,11,12,5490,200", "1,OAX,11,13,5500,200"));
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
