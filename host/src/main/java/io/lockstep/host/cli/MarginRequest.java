package io.lockstep.host.cli;

import io.lockstep.schema.client.Side;
import java.util.OptionalLong;

/** What the client command was told to ask or do about margin. */
final class MarginRequest {
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
      case "margin" -> margin(fields);
      case "mark" -> mark(fields);
      case "volatility" -> volatility(fields);
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
    long millionths = fields.number("quantity");
    if (millionths < 0 || millionths > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("volatility " + millionths + " is out of range");
    }
    return (requests, id, usualAccount, session) ->
        requests.setVolatility(id, instrument, (int) millionths);
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
