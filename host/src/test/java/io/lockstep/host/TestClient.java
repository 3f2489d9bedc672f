package io.lockstep.host;

import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.ClientOptions;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.client.Requests;
import io.lockstep.schema.client.AuctionResultDecoder;
import io.lockstep.schema.client.CashMovedDecoder;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.GreeksDecoder;
import io.lockstep.schema.client.IndicativeAuctionDecoder;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.MachineAnswerDecoder;
import io.lockstep.schema.client.MarginDecoder;
import io.lockstep.schema.client.MarginStatusDecoder;
import io.lockstep.schema.client.MassCancelEncoder;
import io.lockstep.schema.client.NewOrderEncoder;
import io.lockstep.schema.client.OrderStatus;
import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.RefusedDecoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.ReplaceOrderEncoder;
import io.lockstep.schema.client.ReplacedDecoder;
import io.lockstep.schema.client.RequestDoneDecoder;
import io.lockstep.schema.client.SetPhaseEncoder;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.StopScope;
import io.lockstep.schema.client.SwitchPosition;
import io.lockstep.schema.client.TimeInForce;
import io.lockstep.schema.client.TopOfBookDecoder;
import io.lockstep.schema.client.TradeDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A real client whose reports a test reads as lines of text. */
final class TestClient implements ClientListener {
  final ClientOptions options;
  final LockstepClient client;
  private final TestAppliance appliance;
  private final Requests requests = new Requests();
  private List<String> heard = new ArrayList<>();
  private long nextClientOrderId = 1;
  private long lastOrderId;
  private boolean hearsTopOfBook;
  private boolean hearsAuctions;
  private boolean hearsGreeks;

  /** Each message sent is settled, and what comes of it heard, before the call returns. */
  boolean settles = true;

  TestClient(TestAppliance appliance, ClientOptions options) {
    this.appliance = appliance;
    this.options = options;
    client = LockstepClient.connect(options);
  }

  /** Goes on with the ids of another client of the same session. */
  TestClient withNextClientOrderId(long next) {
    nextClientOrderId = next;
    return this;
  }

  TestClient withTopOfBook() {
    hearsTopOfBook = true;
    return this;
  }

  /** Hears Greeks too. */
  TestClient withGreeks() {
    hearsGreeks = true;
    return this;
  }

  /** Hears of phases and auctions too. */
  TestClient withAuctions() {
    hearsAuctions = true;
    return this;
  }

  // ------------------------------------------------------------------ sending

  /** Sends a limit order good till cancelled for the client's account; answers its client id. */
  long limit(int account, Side side, long price, long quantity) {
    return order(account, side, OrderType.LIMIT, price, quantity, TimeInForce.GTC);
  }

  long order(
      int account, Side side, OrderType type, long price, long quantity, TimeInForce timeInForce) {
    newOrder(account, side, price, quantity).orderType(type).timeInForce(timeInForce);
    return send();
  }

  /** A limit order good till cancelled, to be changed before {@link #send()}. */
  NewOrderEncoder newOrder(int account, Side side, long price, long quantity) {
    return requests.limit(nextClientOrderId, account, TestVenue.INSTRUMENT, side, price, quantity);
  }

  /** A replace of an own order by its client id, to be changed before {@link #send()}. */
  ReplaceOrderEncoder replace(int account, long original, long price, long quantity) {
    return requests.replaceByClientOrderId(
        nextClientOrderId, account, TestVenue.INSTRUMENT, original, price, quantity);
  }

  /** Throws a kill switch, or sets it back; for operators. */
  void killSwitch(StopScope scope, int subject, SwitchPosition position) {
    requests.killSwitch(nextClientOrderId, scope, subject, position);
    send();
  }

  /** A mass cancel of everybody's orders, to be changed before {@link #send()}. */
  MassCancelEncoder massCancel() {
    return requests.massCancel(nextClientOrderId);
  }

  /** Moves the venue's instrument to a phase; for operators. */
  void phase(Phase phase) {
    phaseRequest(phase);
    send();
  }

  /** A change of phase, to be changed before {@link #send()}. */
  SetPhaseEncoder phaseRequest(Phase phase) {
    return requests.setPhase(nextClientOrderId, TestVenue.INSTRUMENT, phase);
  }

  /** Moves the band, in price units; for operators. */
  void band(long low, long high) {
    requests.setBand(nextClientOrderId, TestVenue.INSTRUMENT, low, high);
    send();
  }

  /** Moves the window, in price units; for operators. */
  void window(long base) {
    requests.setWindow(nextClientOrderId, TestVenue.INSTRUMENT, base);
    send();
  }

  /** Marks the venue's instrument, in price units; for operators. */
  void mark(long price) {
    mark(TestVenue.INSTRUMENT, price);
  }

  void mark(int instrument, long price) {
    requests.setMark(nextClientOrderId, instrument, price);
    send();
  }

  /** Sets an option's volatility, millionths a year; for operators. */
  void volatility(int instrument, int millionths) {
    requests.setVolatility(nextClientOrderId, instrument, millionths);
    send();
  }

  /** Deposits, or withdraws below 0; for operators. */
  void moveCash(int account, long amount) {
    requests.moveCash(nextClientOrderId, account, amount);
    send();
  }

  /** Deposits lots of an asset, or withdraws below 0; for operators. */
  void moveAsset(int account, int custodian, int instrument, long lots) {
    requests.moveAsset(nextClientOrderId, account, custodian, instrument, lots);
    send();
  }

  /** Moves an add-on; for operators. */
  void moveAddOn(int account, int group, long amount) {
    requests.moveAddOn(nextClientOrderId, account, group, amount);
    send();
  }

  /** Asks what a limit order would do to its account's margin. */
  void whatIf(int account, Side side, long price, long quantity) {
    requests.whatIf(nextClientOrderId, account, TestVenue.INSTRUMENT, side, price, quantity);
    send();
  }

  /** Reports a smile of the call's expiry, millionths a year; for operators. */
  void smile(int... perPoint) {
    requests.reportVolatilities(
        nextClientOrderId, MarginVenue.GROUP, MarginVenue.CALLS_EXPIRY_NS, perPoint);
    send();
  }

  /** Chooses an account's rates; for operators. */
  void feeTier(int account, int tier) {
    requests.setFeeTier(nextClientOrderId, account, tier);
    send();
  }

  /** Wants an account's Greeks now and again. */
  void followGreeks(int account, int intervalMs) {
    requests.followGreeks(nextClientOrderId, account, intervalMs);
    send();
  }

  /** Asks how an account would stand with lots of the future and of the call too. */
  void whatIf(int account, int futures, int calls) {
    requests.whatIfPortfolio(nextClientOrderId, account);
    requests.leg(TestVenue.INSTRUMENT, futures);
    requests.leg(MarginVenue.CALL, calls);
    send();
  }

  /** Asks how an account stands. */
  void margin(int account) {
    requests.marginQuery(nextClientOrderId, account);
    send();
  }

  /** Asks for another card. Its id is not in the log, so that it takes none from the others. */
  void changeCard(String name) {
    requests.changeCard(0, name);
    sent(client.send(requests));
  }

  void takeSnapshot() {
    requests.takeSnapshot(0);
    sent(client.send(requests));
  }

  /** Sends what was written last; answers its client order id. */
  long send() {
    sent(client.send(requests));
    return nextClientOrderId++;
  }

  long cancel(int account, long orderId) {
    long id = nextClientOrderId++;
    sent(client.sendCancel(id, account, orderId));
    return id;
  }

  long cancelByClientOrderId(int account, long clientOrderId) {
    long id = nextClientOrderId++;
    sent(client.sendCancelByClientOrderId(id, account, clientOrderId));
    return id;
  }

  /** Sends what a test wrote with {@link #nextClientOrderId()}. */
  void send(Requests written) {
    sent(client.send(written));
    nextClientOrderId++;
  }

  long nextClientOrderId() {
    return nextClientOrderId;
  }

  void send(DirectBuffer message, int length) {
    sent(client.send(message, 0, length));
  }

  void send(byte[] message) {
    send(new UnsafeBuffer(message), message.length);
  }

  private void sent(long answer) {
    if (answer < LockstepClient.SENT) {
      throw new IllegalStateException("not sent: " + answer);
    }
    if (settles) {
      appliance.settle();
    }
  }

  // ------------------------------------------------------------------ hearing

  int poll() {
    return client.poll(this, 100);
  }

  /** What was heard since the last call. */
  List<String> heard() {
    List<String> lines = heard;
    heard = new ArrayList<>();
    return lines;
  }

  /** The client's own id of the request that was sent last. */
  long lastClientOrderId() {
    return nextClientOrderId - 1;
  }

  /** Id of the order that was accepted last. */
  long lastOrderId() {
    return lastOrderId;
  }

  @Override
  public void onExecutionReport(ExecutionReportDecoder report) {
    StringBuilder line = new StringBuilder().append(report.status());
    line.append(' ').append(report.clientOrderId());
    if (report.reason() != RejectReason.NONE) {
      line.append(' ').append(report.reason());
    } else {
      line.append(' ').append(report.side()).append(' ').append(report.quantity());
      if (report.price() != ExecutionReportDecoder.priceNullValue()) {
        line.append(" at ").append(report.price());
      }
    }
    if (report.status() == OrderStatus.CANCELLED) {
      line.append(' ').append(report.cancelReason());
    }
    if (report.status() == OrderStatus.ACCEPTED) {
      lastOrderId = report.orderId();
    }
    heard.add(line.toString());
  }

  @Override
  public void onReplaced(ReplacedDecoder replaced) {
    heard.add(
        String.format(
            "REPLACED %d %s %d at %d, open %d, %s",
            replaced.clientOrderId(),
            replaced.side(),
            replaced.quantity(),
            replaced.price(),
            replaced.openQuantity(),
            replaced.place()));
  }

  @Override
  public void onRequestDone(RequestDoneDecoder done) {
    String what = done.reason() == RejectReason.NONE ? "" + done.count() : "" + done.reason();
    heard.add("DONE " + done.clientOrderId() + " template " + done.templateId() + " " + what);
  }

  @Override
  public void onMarginStatus(MarginStatusDecoder status) {
    heard.add(ReportLines.of(status));
  }

  @Override
  public void onCashMoved(CashMovedDecoder moved) {
    heard.add("CASH " + moved.account() + " by " + moved.amount() + " to " + moved.cash());
  }

  @Override
  public void onMargin(MarginDecoder margin) {
    heard.add(ReportLines.of(margin));
  }

  @Override
  public void onGreeks(GreeksDecoder greeks) {
    if (hearsGreeks) {
      heard.add(ReportLines.of(greeks));
    }
  }

  @Override
  public void onMachineAnswer(MachineAnswerDecoder answer) {
    heard.add("MACHINE " + answer.templateId() + " " + answer.outcome() + " " + answer.text());
  }

  @Override
  public void onTrade(TradeDecoder trade) {
    heard.add(
        String.format(
            "%s %d %s %d at %d, open %d",
            trade.liquidity(),
            trade.clientOrderId(),
            trade.side(),
            trade.quantity(),
            trade.price(),
            trade.openQuantity()));
  }

  @Override
  public void onTopOfBook(TopOfBookDecoder top) {
    if (hearsTopOfBook) {
      heard.add(ReportLines.of(top));
    }
  }

  @Override
  public void onInstrumentStatus(InstrumentStatusDecoder status) {
    if (hearsAuctions) {
      heard.add("STATUS " + status.phase() + " " + status.bandLow() + ".." + status.bandHigh());
    }
  }

  @Override
  public void onIndicativeAuction(IndicativeAuctionDecoder indicative) {
    auction("WOULD", indicative.quantity(), indicative.price(), indicative.imbalance());
  }

  @Override
  public void onAuctionResult(AuctionResultDecoder result) {
    auction("AUCTION", result.quantity(), result.price(), result.imbalance());
  }

  private void auction(String what, long lots, long price, long imbalance) {
    if (hearsAuctions) {
      heard.add(ReportLines.auction(what, lots, price, imbalance));
    }
  }

  @Override
  public void onRefused(RefusedDecoder refused) {
    String id =
        refused.clientOrderId() == RefusedDecoder.clientOrderIdNullValue()
            ? "-"
            : Long.toString(refused.clientOrderId());
    heard.add("REFUSED " + id + " " + refused.reason() + " template " + refused.templateId());
  }

  void close() {
    appliance.forget(this);
    client.close();
    appliance.settle();
  }

  void closeQuietly() {
    try {
      client.close();
    } catch (RuntimeException alreadyGone) {
      // the test has ended; what matters was asserted before
    }
  }
}
