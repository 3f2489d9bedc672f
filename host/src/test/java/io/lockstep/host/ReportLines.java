package io.lockstep.host;

import io.lockstep.schema.client.AuctionResultDecoder;
import io.lockstep.schema.client.GreeksDecoder;
import io.lockstep.schema.client.MarginDecoder;
import io.lockstep.schema.client.MarginStatusDecoder;
import io.lockstep.schema.client.TopOfBookDecoder;

/** Reports on margin, best prices and auctions as lines of text. */
final class ReportLines {
  private ReportLines() {}

  static String of(MarginStatusDecoder status) {
    return String.format(
        "%s account %d: cash %d, equity %d, reserve %d, initial %d, maintenance %d",
        status.status(),
        status.account(),
        status.cash(),
        status.equity(),
        status.reserve(),
        status.initialMargin(),
        status.maintenanceMargin());
  }

  static String of(MarginDecoder margin) {
    return String.format(
        "MARGIN %d %s %s: cash %d, equity %d, reserve %d, initial %d, maintenance %d",
        margin.clientOrderId(),
        margin.reason(),
        margin.status(),
        margin.cash(),
        margin.equity(),
        margin.reserve(),
        margin.initialMargin(),
        margin.maintenanceMargin());
  }

  static String of(GreeksDecoder greeks) {
    return String.format(
        "GREEKS %d group %d: delta %d, gamma %d, vega %d, theta %d, rho %d",
        greeks.clientOrderId(),
        greeks.group(),
        greeks.delta(),
        greeks.gamma(),
        greeks.vega(),
        greeks.theta(),
        greeks.rho());
  }

  static String of(TopOfBookDecoder top) {
    return String.format(
        "TOP %s / %s",
        side(top.bidQuantity(), top.bidPrice()), side(top.askQuantity(), top.askPrice()));
  }

  private static String side(long quantity, long price) {
    return quantity == 0 ? "-" : quantity + " at " + price;
  }

  static String auction(String what, long lots, long price, long imbalance) {
    boolean none = price == AuctionResultDecoder.priceNullValue();
    String at = none ? "no price" : "" + price;
    return what + " " + lots + " at " + at + ", imbalance " + imbalance;
  }
}
