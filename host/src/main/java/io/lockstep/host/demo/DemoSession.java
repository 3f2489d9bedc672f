package io.lockstep.host.demo;

import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.client.Requests;
import io.lockstep.host.demo.DemoRequest.Kind;
import io.lockstep.host.demo.MarketView.Print;
import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.CancelReason;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.Liquidity;
import io.lockstep.schema.client.NewOrderEncoder;
import io.lockstep.schema.client.OrderStatus;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.RefusedDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.ReplacedDecoder;
import io.lockstep.schema.client.RequestDoneDecoder;
import io.lockstep.schema.client.SelfTradePrevention;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import io.lockstep.schema.client.TradeDecoder;
import java.util.List;

/** One participant's session: sends its requests, and learns from its reports. */
final class DemoSession implements ClientListener, AutoCloseable {
  private static final int MESSAGES_A_POLL = 256;

  private final LockstepClient client;
  private final Participant participant;
  private final List<Venue.Instrument> instruments;
  private final MarketView view;
  private final DemoStatistics statistics;
  private final Requests requests = new Requests();
  private long clientOrderId;
  private boolean mayRest;
  private long answers;

  DemoSession(
      LockstepClient client,
      Participant participant,
      List<Venue.Instrument> instruments,
      MarketView view,
      DemoStatistics statistics) {
    this.client = client;
    this.participant = participant;
    this.instruments = instruments;
    this.view = view;
    this.statistics = statistics;
  }

  /**
   * Sends a request; there is room, since each is settled before the next.
   *
   * @throws IllegalStateException if the appliance does not take it.
   */
  void send(DemoRequest request) {
    int account = DemoVenue.id(participant.index());
    mayRest = request.kind() == Kind.LIMIT || request.kind() == Kind.POST_ONLY;
    clientOrderId++;
    switch (request.kind()) {
      case CANCEL -> requests.cancel(clientOrderId, account, request.order());
      case MASS_CANCEL -> requests.massCancel(clientOrderId).account(account);
      case REPLACE -> {
        Venue.Instrument instrument = instruments.get(request.instrument());
        long price = request.priceTicks() * instrument.tickSize();
        requests
            .replace(
                clientOrderId, account, instrument.id(), request.order(), price, request.quantity())
            .flags()
            .postOnly(true);
      }
      default -> writeOrder(request, account);
    }
    if (client.send(requests) < LockstepClient.SENT) {
      throw new IllegalStateException("the appliance takes no request");
    }
  }

  private void writeOrder(DemoRequest request, int account) {
    Venue.Instrument instrument = instruments.get(request.instrument());
    Side side = request.buy() ? Side.BUY : Side.SELL;
    if (request.kind() == Kind.MARKET) {
      requests.market(clientOrderId, account, instrument.id(), side, request.quantity());
      return;
    }
    long price = request.priceTicks() * instrument.tickSize();
    NewOrderEncoder order =
        requests.limit(clientOrderId, account, instrument.id(), side, price, request.quantity());
    switch (request.kind()) {
      case POST_ONLY -> order.flags().postOnly(true);
      case IMMEDIATE -> order.timeInForce(TimeInForce.IOC);
      case FILL_OR_KILL -> order.timeInForce(TimeInForce.FOK);
      case REDUCE_ONLY -> order.timeInForce(TimeInForce.IOC).flags().reduceOnly(true);
      default -> order.selfTradePrevention(SelfTradePrevention.CANCEL_RESTING);
    }
  }

  /** Takes every report that is there. */
  void poll() {
    while (client.poll(this, MESSAGES_A_POLL) > 0) {
      // until there is none
    }
  }

  /** Requests answered so far. */
  long answers() {
    return answers;
  }

  @Override
  public void onExecutionReport(ExecutionReportDecoder report) {
    OrderStatus status = report.status();
    if (status == OrderStatus.CANCELLED) {
      onCancelled(report);
      return;
    }
    answers++;
    if (status != OrderStatus.ACCEPTED) {
      statistics.refused(report.reason());
    } else if (mayRest) {
      rests(report);
    }
  }

  private void rests(ExecutionReportDecoder report) {
    int index = (int) report.instrument() - 1;
    OpenOrder order =
        new OpenOrder(
            report.orderId(),
            participant.index(),
            index,
            report.side() == Side.BUY,
            ticks(index, report.price()),
            report.quantity());
    participant.orders().add(order);
    view.accepted(order);
  }

  private void onCancelled(ExecutionReportDecoder report) {
    if (report.cancelReason() == CancelReason.REQUESTED) {
      answers++;
    }
    if (view.isOpen(report.orderId())) {
      OpenOrder order = view.cancelled(report.orderId());
      participant.orders().remove(order.instrument(), order.orderId());
    }
  }

  @Override
  public void onReplaced(ReplacedDecoder replaced) {
    answers++;
    int ticks = ticks((int) replaced.instrument() - 1, replaced.price());
    view.replaced(replaced.orderId(), ticks, replaced.quantity(), replaced.openQuantity());
  }

  @Override
  public void onRequestDone(RequestDoneDecoder done) {
    answers++;
    if (done.reason() != RejectReason.NONE) {
      statistics.refused(done.reason());
    }
  }

  @Override
  public void onTrade(TradeDecoder trade) {
    boolean auction = trade.liquidity() == Liquidity.AUCTION;
    if (trade.liquidity() == Liquidity.TAKER || auction && trade.side() == Side.BUY) {
      int index = (int) trade.instrument() - 1;
      int ticks = ticks(index, trade.price());
      statistics.traded(trade.quantity());
      view.printed(new Print(index, ticks, trade.quantity(), trade.side() == Side.BUY));
    }
    if (view.isOpen(trade.orderId())) {
      OpenOrder order = view.traded(trade.orderId(), trade.quantity());
      if (order.openLots() == 0) {
        participant.orders().remove(order.instrument(), order.orderId());
      }
    }
  }

  private int ticks(int index, long price) {
    return (int) (price / instruments.get(index).tickSize());
  }

  /** All sessions are told; the first one's counts. */
  @Override
  public void onInstrumentStatus(InstrumentStatusDecoder status) {
    if (participant.index() == 0 && status.phase() == Phase.HALTED) {
      statistics.halted();
    }
  }

  @Override
  public void onRefused(RefusedDecoder refused) {
    answers++;
    statistics.refused(refused.reason());
  }

  @Override
  public void close() {
    client.close();
  }
}
