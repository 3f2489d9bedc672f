package io.lockstep.host.demo;

import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.demo.MarketView.Print;
import io.lockstep.host.venue.Venue;
import io.lockstep.schema.client.CancelReason;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.Liquidity;
import io.lockstep.schema.client.OrderStatus;
import io.lockstep.schema.client.RefusedDecoder;
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
  private long clientOrderId;
  private boolean immediate;
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
    clientOrderId++;
    immediate = request.immediate();
    long sent;
    if (request.isCancel()) {
      sent = client.sendCancel(clientOrderId, account, request.cancelled());
    } else {
      Venue.Instrument instrument = instruments.get(request.instrument());
      Side side = request.buy() ? Side.BUY : Side.SELL;
      sent =
          request.market()
              ? client.sendMarket(clientOrderId, account, instrument.id(), side, request.quantity())
              : client.sendLimit(
                  clientOrderId,
                  account,
                  instrument.id(),
                  side,
                  request.priceTicks() * instrument.tickSize(),
                  request.quantity(),
                  immediate ? TimeInForce.IOC : TimeInForce.GTC);
    }
    if (sent < LockstepClient.SENT) {
      throw new IllegalStateException("the appliance takes no request");
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
    } else if (!immediate) {
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
            (int) (report.price() / instruments.get(index).tickSize()),
            report.quantity());
    participant.orders().add(order);
    view.accepted(order);
  }

  private void onCancelled(ExecutionReportDecoder report) {
    if (report.cancelReason() == CancelReason.REQUESTED) {
      answers++;
    } else if (immediate) {
      return; // it never rested
    }
    OpenOrder order = view.cancelled(report.orderId());
    participant.orders().remove(order.instrument(), order.orderId());
  }

  @Override
  public void onTrade(TradeDecoder trade) {
    boolean taker = trade.liquidity() == Liquidity.TAKER;
    if (taker) {
      int index = (int) trade.instrument() - 1;
      int ticks = (int) (trade.price() / instruments.get(index).tickSize());
      statistics.traded(trade.quantity());
      view.printed(new Print(index, ticks, trade.quantity(), trade.side() == Side.BUY));
    }
    if (!(taker && immediate)) {
      OpenOrder order = view.traded(trade.orderId(), trade.quantity());
      if (order.openLots() == 0) {
        participant.orders().remove(order.instrument(), order.orderId());
      }
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
