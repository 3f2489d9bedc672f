package io.lockstep.host.replay;

import io.lockstep.driver.Card;
import io.lockstep.host.CardClock;
import io.lockstep.host.OpenCard;
import io.lockstep.host.SteppedAppliance;
import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.client.Requests;
import io.lockstep.host.gateway.SteadyClock;
import io.lockstep.host.settings.Settings;
import io.lockstep.schema.client.AuctionResultDecoder;
import io.lockstep.schema.client.CancelReason;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.Liquidity;
import io.lockstep.schema.client.NewOrderEncoder;
import io.lockstep.schema.client.OrderStatus;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.RefusedDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.RequestDoneDecoder;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import io.lockstep.schema.client.TradeDecoder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Puts a plan through a whole appliance: a client sends each request as SBE over Aeron, and the
 * fills are those that the client is told of. Request number <i>n</i> has the client order id
 * <i>n</i> + 1. Everything runs on the caller's thread.
 */
public final class ApplianceReplay implements ClientListener {
  private static final int REQUESTS_WITHOUT_ANSWER_MAX = 64;
  private static final int MESSAGES_A_POLL = 256;
  private static final long SILENCE_NANOS_MAX = TimeUnit.SECONDS.toNanos(30);

  private final ReplayPlan plan;
  private final int instrument;
  private final ReplayProgress progress;
  private final DayComparison comparison;

  private int sent;
  private int answered;
  private int refusals;
  private int cutShort;
  private String firstRefusal;
  private final Requests requests = new Requests();
  private long tradeId;
  private long firstOrder;

  /**
   * @param instrument id that the orders are of.
   */
  public ApplianceReplay(int instrument, ReplayPlan plan, ReplayProgress progress) {
    this.plan = plan;
    this.instrument = instrument;
    this.progress = progress;
    this.comparison = new DayComparison(plan);
  }

  /**
   * Starts an appliance, sends all, compares all, and ends the appliance.
   *
   * @param opened card after its reset; closed at the end.
   * @throws IllegalStateException if the appliance is lost.
   */
  public ReplayOutcome run(Settings settings, OpenCard opened) {
    Card card = opened.card();
    int levels = card.description().levels();
    try (SteppedAppliance appliance =
            new SteppedAppliance(
                settings, ReplayVenue.of(plan, instrument, levels), card, SteadyClock.INSTANCE);
        LockstepClient client = connect(appliance)) {
      long start = System.nanoTime();
      exchange(appliance, client);
      comparison.finish();
      return new ReplayOutcome(
          comparison.fills(),
          comparison.auctions(),
          plan.size(),
          refusals,
          cutShort,
          Optional.ofNullable(firstRefusal),
          System.nanoTime() - start,
          opened.clock().map(CardClock::cycles).orElse(0L),
          Optional.of(appliance.outputHash().toString()));
    }
  }

  private static LockstepClient connect(SteppedAppliance appliance) {
    return LockstepClient.connect(
        ClientOptions.ipc(
            appliance.aeron(), ReplayVenue.PARTICIPANT, ReplayVenue.KEY, appliance::step));
  }

  private void exchange(SteppedAppliance appliance, LockstepClient client) {
    int total = plan.size();
    long lastAnswer = System.nanoTime();
    while (answered < total) {
      while (sent < total && sent - answered < REQUESTS_WITHOUT_ANSWER_MAX && send(client)) {
        sent++;
      }
      appliance.step();
      int before = answered;
      client.poll(this, MESSAGES_A_POLL);
      if (answered > before) {
        lastAnswer = System.nanoTime();
        progress.onProgress(answered, total);
      } else if (System.nanoTime() - lastAnswer > SILENCE_NANOS_MAX) {
        throw new IllegalStateException("the appliance did not answer request " + answered);
      }
    }
    do {
      appliance.settle();
    } while (client.poll(this, MESSAGES_A_POLL) > 0);
  }

  private boolean send(LockstepClient client) {
    ReplayInput input = plan.inputs().get(sent);
    write(sent + 1L, input);
    long answer = client.send(requests);
    if (answer == LockstepClient.CLOSED) {
      throw new IllegalStateException("the appliance closed the session");
    }
    return answer >= LockstepClient.SENT;
  }

  private void write(long id, ReplayInput input) {
    switch (input.kind()) {
      case LIMIT -> limit(id, input);
      case IMMEDIATE -> limit(id, input).timeInForce(TimeInForce.IOC);
      case CANCEL ->
          requests.cancelByClientOrderId(id, ReplayVenue.account(input), input.target() + 1L);
      case CALL -> requests.setPhase(id, instrument, Phase.CALL);
      case CONTINUOUS -> requests.setPhase(id, instrument, Phase.CONTINUOUS);
      case CLOSED -> requests.setPhase(id, instrument, Phase.CLOSED);
    }
  }

  private NewOrderEncoder limit(long id, ReplayInput input) {
    return requests.limit(
        id,
        ReplayVenue.account(input),
        instrument,
        input.buy() ? Side.BUY : Side.SELL,
        (long) input.price() * ReplayPlan.TICK_MILLI_CNY,
        input.quantity());
  }

  /** Counts answers. Called by the client. */
  @Override
  public void onExecutionReport(ExecutionReportDecoder report) {
    OrderStatus status = report.status();
    if (status == OrderStatus.CANCELLED && report.cancelReason() != CancelReason.REQUESTED) {
      cutShort++; // the rest of an order; its acceptance was the answer
      return;
    }
    answered++;
    if (status == OrderStatus.REJECTED || status == OrderStatus.CANCEL_REJECTED) {
      refused(report.clientOrderId(), String.valueOf(report.reason()));
    }
  }

  /** Counts answers. Called by the client. */
  @Override
  public void onRefused(RefusedDecoder refused) {
    answered++;
    refused(refused.clientOrderId(), String.valueOf(refused.reason()));
  }

  /** Counts answers: a change of phase. Called by the client. */
  @Override
  public void onRequestDone(RequestDoneDecoder done) {
    answered++;
    if (done.reason() != RejectReason.NONE) {
      refused(done.clientOrderId(), String.valueOf(done.reason()));
    }
  }

  /** Takes the result of an auction; its trades follow. Called by the client. */
  @Override
  public void onAuctionResult(AuctionResultDecoder result) {
    boolean trades = result.price() != AuctionResultDecoder.priceNullValue();
    comparison.onAuction(trades ? result.price() : 0, result.quantity());
  }

  /** Takes each trade by its two reports: taker, then maker, or buyer, then seller. */
  @Override
  public void onTrade(TradeDecoder trade) {
    if (trade.tradeId() != tradeId) {
      tradeId = trade.tradeId();
      firstOrder = trade.clientOrderId();
      return;
    }
    ReplayInput first = input(firstOrder);
    ReplayInput second = input(trade.clientOrderId());
    boolean firstBuys = trade.side() == Side.SELL;
    Fill fill =
        new Fill(
            first.inboundIndex(),
            firstBuys ? first.orderId() : second.orderId(),
            firstBuys ? second.orderId() : first.orderId(),
            trade.price(),
            trade.quantity());
    if (trade.liquidity() == Liquidity.AUCTION) {
      comparison.onAuctionTrade(fill);
    } else {
      comparison.onFill(fill);
    }
  }

  private ReplayInput input(long clientOrderId) {
    return plan.inputs().get((int) clientOrderId - 1);
  }

  private void refused(long clientOrderId, String reason) {
    refusals++;
    if (firstRefusal == null) {
      ReplayInput input = input(clientOrderId);
      firstRefusal =
          "inbound " + input.inboundIndex() + ", order " + input.orderId() + ": " + reason;
    }
  }
}
