package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.CrossDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.sim.model.margin.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What is true of the model whatever it is sent: random commands of every kind, drawn from a seed
 * that jqwik draws and prints. Each property looks at what an audit tells before and after a
 * command, and at the command's events. {@link CardUnderTest} checks that each command ends with
 * exactly one {@code last}.
 */
class ModelPropertiesTest {
  private static final int COMMANDS = 1_000;
  private static final int TRIES = 12;
  private static final List<RejectReason> REASONS_OF_REPLACE =
      List.of(
          RejectReason.UNKNOWN_ORDER,
          RejectReason.QUANTITY_TOO_LARGE,
          RejectReason.PRICE_BEYOND_LIMIT,
          RejectReason.PRICE_OUTSIDE_WINDOW,
          RejectReason.POSITION_BOUND,
          RejectReason.WOULD_CROSS);

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void aRefusedCommandChangesNothing(@ForAll long seed) {
    int refused = 0;
    try (CardUnderTest card = new CardUnderTest(new ModelCard(TestCapacities.TINY))) {
      long before = card.stateHash();
      for (UnsafeBuffer command : RandomFlow.hostile(seed, COMMANDS)) {
        boolean wasRefused = new Step(null, command, card.send(command), null).isRefused();
        long after = card.stateHash();
        if (wasRefused) {
          assertEquals(before, after, "state hash");
          refused++;
        }
        before = after;
      }
    }
    assertTrue(refused > COMMANDS / 50, "enough commands were refused: " + refused);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void everyLotIsTradedCancelledOrOpen(@ForAll long seed) {
    forEachStep(
        seed,
        step -> {
          Optional<Step.Incoming> incoming = step.incoming();
          for (AuditView.Order was : step.before().orders) {
            if (incoming.map(in -> in.id() != was.id()).orElse(true)) {
              assertEquals(was.open(), whereLotsWent(step, was.id()), "lots");
            }
          }
          incoming.ifPresent(
              in -> assertEquals(in.lots(), whereLotsWent(step, in.id()), "lots that came in"));
        });
  }

  /** Lots of an order that are still open, and those that the command traded or cancelled. */
  private static long whereLotsWent(Step step, long id) {
    long open = step.after().order(id).map(AuditView.Order::open).orElse(0L);
    return open + step.traded(id) + cancelled(step, id);
  }

  private static long cancelled(Step step, long id) {
    return step.cancels().stream()
        .filter(cancel -> cancel.orderId() == id)
        .mapToLong(CancelledDecoder::quantity)
        .sum();
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void whatOneBuysAnotherSells(@ForAll long seed) {
    forEachStep(
        seed,
        step -> {
          if (!step.trades().isEmpty()) {
            for (int instrument : step.after().bands.keySet()) {
              assertEquals(
                  step.before().sumOfPositions(instrument),
                  step.after().sumOfPositions(instrument),
                  "sum of all positions");
            }
          }
        });
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void openLotsOfAPositionAreThoseOfItsOrdersAndBounded(@ForAll long seed) {
    forEachStep(
        seed,
        step -> {
          for (AuditView.Position of : step.after().positions) {
            assertEquals(step.after().openLots(of, true), of.openBids(), "B");
            assertEquals(step.after().openLots(of, false), of.openAsks(), "A");
            long all = Math.abs(of.lots()) + of.openBids() + of.openAsks();
            assertTrue(all <= Bounds.LOTS, "bound");
          }
        });
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void theBookIsNeverCrossedAndNothingRestsBeyondTheBand(@ForAll long seed) {
    forEachStep(
        seed,
        step ->
            step.after()
                .bands
                .forEach(
                    (instrument, band) -> {
                      int highestBid = Integer.MIN_VALUE;
                      int lowestAsk = Integer.MAX_VALUE;
                      for (AuditView.Order bid : step.after().resting(instrument, true)) {
                        highestBid = Math.max(highestBid, bid.price());
                      }
                      for (AuditView.Order ask : step.after().resting(instrument, false)) {
                        lowestAsk = Math.min(lowestAsk, ask.price());
                      }
                      assertTrue(highestBid < lowestAsk, "crossed");
                      assertTrue(highestBid <= band.high() && lowestAsk >= band.low(), "band");
                    }));
  }

  /**
   * Best price first, then the order that has been longest at its level: the orders met are the
   * first of those that the audit before listed.
   */
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void makersAreMetInBookOrder(@ForAll long seed) {
    forEachStep(
        seed,
        step ->
            step.taker()
                .ifPresent(
                    taker -> {
                      List<Long> met = met(step, taker);
                      List<Long> book =
                          step.before().resting(taker.instrument(), !taker.isBid()).stream()
                              .map(AuditView.Order::id)
                              .toList();
                      assertEquals(book.subList(0, met.size()), met);
                    }));
  }

  /** The makers that ended by the command or are the last it traded with, as they were met. */
  private static List<Long> met(Step step, Step.Taker taker) {
    List<Long> met = new ArrayList<>();
    for (UnsafeBuffer event : step.events()) {
      Step only = new Step(null, event, List.of(event), null);
      only.trades().forEach(trade -> met.add(trade.makerId()));
      only.cancels().stream()
          .filter(cancel -> cancel.orderId() != taker.id())
          .forEach(cancel -> met.add(cancel.orderId()));
    }
    return met;
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void ordersJoinALevelBehindThoseThatStayInTheirOrder(@ForAll long seed) {
    forEachStep(
        seed,
        step ->
            levels(step.after())
                .forEach(
                    (level, now) -> {
                      List<Long> stayed =
                          levels(step.before()).getOrDefault(level, List.of()).stream()
                              .filter(
                                  was ->
                                      step.after().order(was.id()).stream()
                                          .anyMatch(was::keptPlaceAs))
                              .map(AuditView.Order::id)
                              .toList();
                      List<Long> ids = now.stream().map(AuditView.Order::id).toList();
                      assertEquals(stayed, ids.subList(0, stayed.size()), "priority");
                    }));
  }

  private record Level(int instrument, boolean isBid, int price) {}

  /** The resting orders of each level, by priority. */
  private static Map<Level, List<AuditView.Order>> levels(AuditView view) {
    return view.orders.stream()
        .filter(order -> !order.isParked())
        .collect(
            Collectors.groupingBy(
                order -> new Level(order.instrument(), order.isBid(), order.price())));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void aRefusedReplaceLeavesTheOrderInItsPlace(@ForAll long seed) {
    forEachStep(
        seed,
        step -> {
          if (step.template() == ReplaceDecoder.TEMPLATE_ID && step.isRefused()) {
            assertEquals(step.before().orders, step.after().orders, "all orders, by priority");
            assertEquals(step.before().positions, step.after().positions, "positions");
            Statistics.collect(step.reason());
          }
        });
    Statistics.coverage(
        seen -> {
          for (RejectReason reason : REASONS_OF_REPLACE) {
            seen.check(reason).count(times -> times > 0);
          }
        });
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void noTradeIsThroughALimitOrOutsideTheBand(@ForAll long seed) {
    forEachStep(
        seed,
        step -> {
          for (TradeDecoder trade : step.trades()) {
            AuditView.Band band = step.before().bands.get(trade.instrument());
            assertTrue(band.holds(trade.price()), "band");
            assertWithinLimit(step, trade.makerId(), trade.price());
            step.taker()
                .ifPresentOrElse(
                    taker ->
                        assertTrue(
                            taker.isBid()
                                ? trade.price() <= taker.limit()
                                : trade.price() >= taker.limit(),
                            "limit"),
                    () -> assertWithinLimit(step, trade.takerId(), trade.price()));
          }
        });
  }

  private static void assertWithinLimit(Step step, long id, int price) {
    AuditView.Order order = step.before().order(id).orElseThrow();
    assertTrue(order.isBid() ? price <= order.price() : price >= order.price(), "limit");
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void ordersOfOneOwnerOnlyTradeInACross(@ForAll long seed) {
    forEachStep(
        seed,
        step -> {
          for (TradeDecoder trade : step.trades()) {
            if (step.template() != CrossDecoder.TEMPLATE_ID) {
              AuditView.Order maker = step.before().order(trade.makerId()).orElseThrow();
              assertFalse(step.taker().orElseThrow().isOfOwner(maker), "one owner");
            }
          }
          for (CancelledDecoder cancel : step.cancels()) {
            if (cancel.reason() == CancelReason.SELF_TRADE) {
              Step.Taker taker = step.taker().orElseThrow();
              AuditView.Order maker = step.before().order(cancel.orderId()).orElse(null);
              boolean isTaker = cancel.orderId() == taker.id();
              assertTrue(isTaker || taker.isOfOwner(maker), "another owner");
            }
          }
        });
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void aFillOrKillTradesInFullOrNotAtAll(@ForAll long seed) {
    forEachStep(
        seed,
        step -> {
          if (step.template() == NewDecoder.TEMPLATE_ID) {
            NewDecoder order = new NewDecoder().wrap(step.command(), 0, 64, 1);
            if (order.timeInForce() == TimeInForce.FOK) {
              long filled = step.isRefused() ? 0 : order.quantity();
              assertEquals(filled, step.traded(order.header().logSequence()), "lots filled");
            }
          }
        });
  }

  private static void forEachStep(long seed, Consumer<Step> check) {
    long trades = 0;
    try (CardUnderTest card = new CardUnderTest(new ModelCard(TestCapacities.TINY))) {
      AuditView before = new AuditView(card.send(TestDefinitions.audit().bytes));
      for (UnsafeBuffer command : RandomFlow.sensible(seed, COMMANDS)) {
        List<UnsafeBuffer> events = card.send(command);
        AuditView after = new AuditView(card.send(TestDefinitions.audit().bytes));
        Step step = new Step(before, command, events, after);
        check.accept(step);
        trades += step.trades().size();
        before = after;
      }
    }
    assertTrue(trades > COMMANDS / 50, "enough trades: " + trades);
  }
}
