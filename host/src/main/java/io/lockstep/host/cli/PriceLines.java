package io.lockstep.host.cli;

import io.lockstep.host.csv.CsvLines;
import io.lockstep.host.csv.CsvOutput;
import io.lockstep.host.csv.LineException;
import io.lockstep.host.csv.Words;
import io.lockstep.host.pricing.Contract;
import io.lockstep.host.pricing.ContractType;
import io.lockstep.host.pricing.Market;
import io.lockstep.host.pricing.Valuation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads contracts and their markets, one a line, and writes price and Greeks of each as a line. */
final class PriceLines {
  static final List<String> COLUMNS =
      List.of(
          "type", "spot", "forward", "strike", "rate", "dividend", "years", "volatility", "payout");
  static final List<String> RESULTS =
      List.of(
          "line",
          "type",
          "price",
          "delta",
          "gamma",
          "vega",
          "theta",
          "theta_per_day",
          "rho",
          "dividend_rho",
          "elasticity");

  private static final int TYPE = 0;
  private static final int SPOT = 1;
  private static final int FORWARD = 2;
  private static final int STRIKE = 3;
  private static final int RATE = 4;
  private static final int DIVIDEND = 5;
  private static final int YEARS = 6;
  private static final int VOLATILITY = 7;
  private static final int PAYOUT = 8;

  private static final double PRICE_MAX = 1e15;
  private static final double RATE_MAX = 10;
  private static final double YEARS_MAX = 1_000;
  private static final double VOLATILITY_MAX = 20;

  /** In the order of the types. */
  private static final Words TYPES =
      new Words("future", "perpetual", "call", "put", "digital-call", "digital-put");

  private final CsvLines line;
  private final CsvOutput out;
  private final Market market = new Market();
  private final Valuation valuation = new Valuation();

  PriceLines(InputStream in, OutputStream out) {
    this.out = new CsvOutput(out);
    this.line = new CsvLines(in, COLUMNS, this.out::flush);
  }

  /**
   * Prices all lines.
   *
   * @throws LineException if a line is wrong; what the lines before it say has been written.
   */
  void run() throws IOException {
    for (String column : RESULTS) {
      out.text(column.getBytes(StandardCharsets.US_ASCII));
    }
    out.endLine();
    try {
      while (line.next()) {
        price();
      }
    } finally {
      out.flush();
    }
  }

  private void price() {
    int code = TYPES.code(line, TYPE);
    ContractType type = ContractType.values()[code];
    Contract contract =
        new Contract(
            type,
            type.isOption() ? positive(STRIKE) : none(STRIKE, type),
            type.isDigital() ? payout() : none(PAYOUT, type));
    readMarket(type);
    valuation.value(contract, market);
    out.number(line.line()).text(TYPES.word(code));
    out.decimal(valuation.price()).decimal(valuation.delta()).decimal(valuation.gamma());
    out.decimal(valuation.vega()).decimal(valuation.theta()).decimal(valuation.thetaPerDay());
    out.decimal(valuation.rho()).decimal(valuation.dividendRho()).decimal(valuation.elasticity());
    out.endLine();
  }

  private double payout() {
    return line.isEmpty(PAYOUT) ? 1 : positive(PAYOUT);
  }

  private void readMarket(ContractType type) {
    if (line.isEmpty(SPOT) == line.isEmpty(FORWARD)) {
      throw line.fault(SPOT, "either spot or forward is filled");
    }
    double rate = type.isDated() ? rate(RATE) : none(RATE, type);
    double dividendRate = type.isDated() ? rate(DIVIDEND) : none(DIVIDEND, type);
    double least = type.isOption() ? 0 : -PRICE_MAX;
    if (line.isEmpty(FORWARD)) {
      market.spot(number(SPOT, least, PRICE_MAX), rate, dividendRate);
    } else if (line.isEmpty(DIVIDEND)) {
      market.forward(number(FORWARD, least, PRICE_MAX), rate);
    } else {
      throw line.fault(DIVIDEND, "a forward price holds the dividends already");
    }
    market.years(type.isDated() ? number(YEARS, 0, YEARS_MAX) : none(YEARS, type));
    market.volatility(
        type.isOption() ? number(VOLATILITY, 0, VOLATILITY_MAX) : none(VOLATILITY, type));
  }

  private double rate(int column) {
    return line.isEmpty(column) ? 0 : number(column, -RATE_MAX, RATE_MAX);
  }

  private double positive(int column) {
    return number(column, Double.MIN_VALUE, PRICE_MAX);
  }

  private double number(int column, double min, double max) {
    return line.between(column, line.decimal(column), min, max);
  }

  private double none(int column, ContractType type) {
    if (line.isEmpty(column)) {
      return 0;
    }
    throw line.fault(column, "not a column of " + TYPES.name(type.ordinal()));
  }
}
