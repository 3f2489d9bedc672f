package io.lockstep.host.cli;

import io.lockstep.host.client.ClientListener;
import io.lockstep.schema.client.AuctionResultDecoder;
import io.lockstep.schema.client.CancelReason;
import io.lockstep.schema.client.CashMovedDecoder;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.GreeksDecoder;
import io.lockstep.schema.client.IndicativeAuctionDecoder;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.MarginDecoder;
import io.lockstep.schema.client.MarginStatus;
import io.lockstep.schema.client.MarginStatusDecoder;
import io.lockstep.schema.client.MassCancelDecoder;
import io.lockstep.schema.client.RefusedDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.ReplacedDecoder;
import io.lockstep.schema.client.RequestDoneDecoder;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TopOfBookDecoder;
import io.lockstep.schema.client.TradeDecoder;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what a client is told, one line a report, and knows how far requests are answered. */
final class ReportPrinter implements ClientListener {
  private static final long NO_ID = ExecutionReportDecoder.orderIdNullValue();

  private final PrintWriter out;
  private final boolean withTop;
  private long answeredThrough;
  private long silentId;

  /**
   * @param withTop best prices too.
   * @param answeredThrough requests up to this client order id need no answer.
   */
  ReportPrinter(PrintWriter out, boolean withTop, long answeredThrough) {
    this.out = out;
    this.withTop = withTop;
    this.answeredThrough = answeredThrough;
  }

  /** The answer to this request is not printed. */
  void keepSilentAbout(long clientOrderId) {
    silentId = clientOrderId;
  }

  /** Every request up to this client order id has its answer. */
  long answeredThrough() {
    return answeredThrough;
  }

  @Override
  public void onExecutionReport(ExecutionReportDecoder report) {
    answered(report.clientOrderId());
    if (report.clientOrderId() == silentId) {
      return;
    }
    switch (report.status()) {
      case ACCEPTED ->
          say("accepted", ids(report.orderId(), report.clientOrderId()), order(report));
      case CANCELLED ->
          say(
              "cancelled",
              ids(report.orderId(), report.clientOrderId()),
              order(report) + why(report.cancelReason()));
      case REJECTED -> say("rejected", ids(NO_ID, report.clientOrderId()), "" + report.reason());
      case CANCEL_REJECTED ->
          say(
              "cancel rejected",
              ids(report.orderId(), report.clientOrderId()),
              "" + report.reason());
      case REPLACE_REJECTED ->
          say(
              "replace rejected",
              ids(report.orderId(), report.clientOrderId()),
              "" + report.reason());
      default -> say("unknown status", ids(report.orderId(), report.clientOrderId()), "");
    }
  }

  @Override
  public void onReplaced(ReplacedDecoder replaced) {
    answered(replaced.clientOrderId());
    say(
        "replaced",
        ids(replaced.orderId(), replaced.clientOrderId()),
        String.format(
            Locale.ROOT,
            "%s %d of %d at %d, %d open, place %s",
            side(replaced.side()),
            replaced.quantity(),
            replaced.instrument(),
            replaced.price(),
            replaced.openQuantity(),
            String.valueOf(replaced.place()).toLowerCase(Locale.ROOT)));
  }

  @Override
  public void onRequestDone(RequestDoneDecoder done) {
    answered(done.clientOrderId());
    if (done.reason() != RejectReason.NONE) {
      say("rejected", ids(NO_ID, done.clientOrderId()), "" + done.reason());
    } else if (done.templateId() == MassCancelDecoder.TEMPLATE_ID) {
      say("done", ids(NO_ID, done.clientOrderId()), done.count() + " cancelled");
    } else {
      say("done", ids(NO_ID, done.clientOrderId()), "");
    }
  }

  @Override
  public void onTrade(TradeDecoder trade) {
    say(
        "trade",
        ids(trade.orderId(), trade.clientOrderId()),
        String.format(
            Locale.ROOT,
            "%s %d of %d at %d, %d open, %s",
            side(trade.side()),
            trade.quantity(),
            trade.instrument(),
            trade.price(),
            trade.openQuantity(),
            String.valueOf(trade.liquidity()).toLowerCase(Locale.ROOT)));
  }

  @Override
  public void onTopOfBook(TopOfBookDecoder top) {
    if (withTop) {
      say(
          "top of " + top.instrument(),
          "",
          "bid "
              + level(top.bidPrice(), top.bidQuantity())
              + ", ask "
              + level(top.askPrice(), top.askQuantity()));
    }
  }

  @Override
  public void onInstrumentStatus(InstrumentStatusDecoder status) {
    say(
        "status of " + status.instrument(),
        "",
        String.valueOf(status.phase()).toLowerCase(Locale.ROOT)
            + ", trades from "
            + status.bandLow()
            + " to "
            + status.bandHigh());
  }

  @Override
  public void onIndicativeAuction(IndicativeAuctionDecoder indicative) {
    if (withTop) {
      String auction = auction(indicative.price(), indicative.quantity(), indicative.imbalance());
      say("call of " + indicative.instrument(), "", auction);
    }
  }

  @Override
  public void onAuctionResult(AuctionResultDecoder result) {
    String auction = auction(result.price(), result.quantity(), result.imbalance());
    say("auction of " + result.instrument(), "", auction);
  }

  @Override
  public void onMarginStatus(MarginStatusDecoder status) {
    String account = "account " + status.account();
    say(word(status.status()), "", account + ", " + MarginFigures.of(status));
  }

  @Override
  public void onCashMoved(CashMovedDecoder moved) {
    String what = moved.amount() < 0 ? "withdrawn" : "deposited";
    String account = "account " + moved.account();
    say(what, "", account + ", " + Math.abs(moved.amount()) + ", cash " + moved.cash());
  }

  @Override
  public void onMargin(MarginDecoder margin) {
    answered(margin.clientOrderId());
    String refusal = margin.reason() == RejectReason.NONE ? "" : margin.reason() + ", ";
    boolean hasFigures = margin.status() != MarginStatus.NULL_VAL;
    String figures = hasFigures ? word(margin.status()) + ", " + MarginFigures.of(margin) : "";
    say("margin", ids(NO_ID, margin.clientOrderId()), (refusal + figures).replaceFirst(", $", ""));
  }

  @Override
  public void onGreeks(GreeksDecoder greeks) {
    say("greeks", ids(NO_ID, greeks.clientOrderId()), MarginFigures.of(greeks));
  }

  private static String word(MarginStatus status) {
    return String.valueOf(status).toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public void onRefused(RefusedDecoder refused) {
    answered(refused.clientOrderId());
    say("refused", ids(NO_ID, refused.clientOrderId()), "" + refused.reason());
  }

  private void answered(long clientOrderId) {
    if (clientOrderId != NO_ID) {
      answeredThrough = Math.max(answeredThrough, clientOrderId);
    }
  }

  private static String order(ExecutionReportDecoder report) {
    boolean market = report.price() == ExecutionReportDecoder.priceNullValue();
    return String.format(
        Locale.ROOT,
        "%s %d of %d at %s",
        side(report.side()),
        report.quantity(),
        report.instrument(),
        market ? "market" : Long.toString(report.price()));
  }

  private static String why(CancelReason reason) {
    return reason == CancelReason.REQUESTED
        ? ""
        : ", " + String.valueOf(reason).toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String side(Side side) {
    return side == Side.BUY ? "buy" : "sell";
  }

  private static String auction(long price, long quantity, long imbalance) {
    return quantity == 0
        ? "nothing trades"
        : String.format(Locale.ROOT, "%d at %d, imbalance %d", quantity, price, imbalance);
  }

  private static String level(long price, long quantity) {
    return quantity == 0 ? "none" : price + " x " + quantity;
  }

  private static String ids(long orderId, long clientOrderId) {
    String client = clientOrderId == NO_ID ? "" : Long.toString(clientOrderId);
    return orderId == NO_ID ? client : client + " (#" + orderId + ")";
  }

  private void say(String what, String ids, String details) {
    out.println(String.format(Locale.ROOT, "%-16s %-12s %s", what, ids, details).stripTrailing());
    out.flush();
  }
}
