package io.lockstep.host.cli;

import io.lockstep.host.client.Requests;
import io.lockstep.schema.client.Side;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** What the client command was told to ask or do about margin. */
final class MarginRequest {
  private static final int TIER_MAX = 7;

  private MarginRequest() {}

  /**
   * The request that a line says, or null: its action is another.
   *
   * @throws IllegalArgumentException with what is wrong.
   */
  static ClientRequest of(RequestFields fields) {
    return switch (fields.text("action")) {
      case "what-if-buy" -> whatIf(fields, Side.BUY);
      case "what-if-sell" -> whatIf(fields, Side.SELL);
      case "what-if" -> whatIfPortfolio(fields);
      case "margin" -> margin(fields);
      case "greeks" -> greeks(fields);
      case "mark" -> mark(fields);
      case "volatility" -> volatility(fields);
      case "smile" -> smile(fields);
      case "fee-tier" -> feeTier(fields);
      case "deposit" -> cash(fields, 1);
      case "withdraw" -> cash(fields, -1);
      default -> null;
    };
  }

  private static ClientRequest whatIf(RequestFields fields, Side side) {
    int instrument = fields.id("instrument");
    long quantity = fields.number("quantity");
    long price = fields.number("price");
    OptionalLong account = account(fields);
    return (requests, id, usualAccount, session) ->
        requests.whatIf(id, (int) account.orElse(usualAccount), instrument, side, price, quantity);
  }

  /** Legs such as {@code 2:-10}. */
  private static ClientRequest whatIfPortfolio(RequestFields fields) {
    List<int[]> legs = fields.flags().stream().map(MarginRequest::leg).toList();
    if (legs.isEmpty() || legs.size() > Requests.LEGS_MAX) {
      throw new IllegalArgumentException(
          "a portfolio has 1 to " + Requests.LEGS_MAX + " legs such as 2:-10");
    }
    OptionalLong account = account(fields);
    return (requests, id, usualAccount, session) -> {
      requests.whatIfPortfolio(id, (int) account.orElse(usualAccount));
      legs.forEach(leg -> requests.leg(leg[0], leg[1]));
    };
  }

  private static int[] leg(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("leg '" + text + "' is not INSTRUMENT:LOTS, as 2:-10");
    }
    return new int[] {
      inRange("instrument", RequestFields.parse("instrument", parts[0]), 0),
      inRange("lots", RequestFields.parse("lots", parts[1]), Integer.MIN_VALUE)
    };
  }

  private static int inRange(String name, long number, int least) {
    if (number < least || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(name + " " + number + " is out of range");
    }
    return (int) number;
  }

  private static ClientRequest greeks(RequestFields fields) {
    int intervalMs = inRange("interval", fields.number("quantity"), 0);
    OptionalLong account = account(fields);
    return (requests, id, usualAccount, session) ->
        requests.followGreeks(id, (int) account.orElse(usualAccount), intervalMs);
  }

  private static ClientRequest smile(RequestFields fields) {
    int group = inRange("risk group", fields.number("instrument"), 0);
    long expiryNs = TimeUnit.SECONDS.toNanos(fields.number("to_price"));
    int[] perPoint =
        fields.flags().stream()
            .mapToInt(text -> inRange("volatility", RequestFields.parse("volatility", text), 0))
            .toArray();
    if (perPoint.length == 0 || perPoint.length > Requests.POINTS_MAX) {
      throw new IllegalArgumentException(
          "a smile has 1 to " + Requests.POINTS_MAX + " volatilities");
    }
    return (requests, id, usualAccount, session) ->
        requests.reportVolatilities(id, group, expiryNs, perPoint);
  }

  private static ClientRequest feeTier(RequestFields fields) {
    int tier = inRange("tier", fields.number("quantity"), 0);
    OptionalLong account = account(fields);
    if (tier > TIER_MAX) {
      throw new IllegalArgumentException("tier " + tier + " is out of range");
    }
    return (requests, id, usualAccount, session) ->
        requests.setFeeTier(id, (int) account.orElse(usualAccount), tier);
  }

  private static ClientRequest margin(RequestFields fields) {
    OptionalLong account = account(fields);
    return (requests, id, usualAccount, session) ->
        requests.marginQuery(id, (int) account.orElse(usualAccount));
  }

  private static ClientRequest mark(RequestFields fields) {
    int instrument = fields.id("instrument");
    long price = fields.number("price");
    return (requests, id, usualAccount, session) -> requests.setMark(id, instrument, price);
  }

  private static ClientRequest volatility(RequestFields fields) {
    int instrument = fields.id("instrument");
    int millionths = inRange("volatility", fields.number("quantity"), 0);
    return (requests, id, usualAccount, session) ->
        requests.setVolatility(id, instrument, millionths);
  }

  private static ClientRequest cash(RequestFields fields, int sign) {
    long amount = fields.number("quantity");
    OptionalLong account = account(fields);
    if (amount < 0) {
      throw new IllegalArgumentException("amount " + amount + " is out of range");
    }
    return (requests, id, usualAccount, session) ->
        requests.moveCash(id, (int) account.orElse(usualAccount), sign * amount);
  }

  private static OptionalLong account(RequestFields fields) {
    return fields.has("account") ? OptionalLong.of(fields.id("account")) : OptionalLong.empty();
  }
}
