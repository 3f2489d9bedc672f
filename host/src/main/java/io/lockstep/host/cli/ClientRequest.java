package io.lockstep.host.cli;

import io.lockstep.host.client.Requests;
import io.lockstep.schema.client.NewOrderEncoder;
import io.lockstep.schema.client.OrderFlagsEncoder;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.ReplaceOrderEncoder;
import io.lockstep.schema.client.SelfTradePrevention;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import java.util.List;
import java.util.OptionalLong;

/** What the client command was told to send, checked as far as no venue is needed for it. */
interface ClientRequest {
  /**
   * Writes it.
   *
   * @param id client order id that it gets.
   * @param usualAccount for a request that names none.
   * @param session that sends it.
   */
  void write(Requests requests, long id, int usualAccount, int session);

  /**
   * The request that a line says.
   *
   * @throws IllegalArgumentException with what is wrong.
   */
  static ClientRequest of(RequestFields fields) {
    String action = fields.text("action");
    return switch (action) {
      case "buy" -> order(fields, Side.BUY);
      case "sell" -> order(fields, Side.SELL);
      case "cancel" -> cancel(fields);
      case "replace" -> replace(fields);
      case "cancel-all" -> massCancel(fields);
      case "halt" -> phase(fields, Phase.HALTED);
      case "resume" -> phase(fields, Phase.CONTINUOUS);
      case "call" -> phase(fields, Phase.CALL);
      case "close" -> phase(fields, Phase.CLOSED);
      case "band" -> band(fields);
      case "window" -> window(fields);
      default -> ofMargin(fields, action);
    };
  }

  private static ClientRequest ofMargin(RequestFields fields, String action) {
    ClientRequest request = MarginRequest.of(fields);
    if (request == null) {
      throw new IllegalArgumentException("unknown action '" + action + "'");
    }
    return request;
  }

  private static ClientRequest order(RequestFields fields, Side side) {
    int instrument = fields.id("instrument");
    long quantity = fields.number("quantity");
    OptionalLong price = fields.optionalNumber("price");
    TimeInForce timeInForce = timeInForce(fields.text("time_in_force"), price.isEmpty());
    SelfTradePrevention mode = mode(fields);
    List<String> flags = flags(fields, List.of("post-only", "reduce-only"));
    OptionalLong account = account(fields);
    if (price.isEmpty() && timeInForce != TimeInForce.IOC) {
      throw new IllegalArgumentException("a market order is ioc: give a price, or ioc");
    }
    return (requests, id, usualAccount, session) -> {
      int of = (int) account.orElse(usualAccount);
      NewOrderEncoder order =
          price.isPresent()
              ? requests.limit(id, of, instrument, side, price.getAsLong(), quantity)
              : requests.market(id, of, instrument, side, quantity);
      order.timeInForce(timeInForce).selfTradePrevention(mode);
      set(order.flags(), flags);
    };
  }

  private static ClientRequest replace(RequestFields fields) {
    int instrument = fields.id("instrument");
    long quantity = fields.number("quantity");
    long price = fields.number("price");
    NamedOrder named = NamedOrder.of(fields);
    SelfTradePrevention mode = mode(fields);
    List<String> flags = flags(fields, List.of("post-only"));
    OptionalLong account = account(fields);
    return (requests, id, usualAccount, session) -> {
      int of = (int) account.orElse(usualAccount);
      ReplaceOrderEncoder replace =
          named.byVenueId()
              ? requests.replace(id, of, instrument, named.id(), price, quantity)
              : requests.replaceByClientOrderId(id, of, instrument, named.id(), price, quantity);
      set(replace.selfTradePrevention(mode).flags(), flags);
    };
  }

  private static ClientRequest cancel(RequestFields fields) {
    NamedOrder named = NamedOrder.of(fields);
    OptionalLong account = account(fields);
    return (requests, id, usualAccount, session) -> {
      int of = (int) account.orElse(usualAccount);
      if (named.byVenueId()) {
        requests.cancel(id, of, named.id());
      } else {
        requests.cancelByClientOrderId(id, of, named.id());
      }
    };
  }

  /** Of an account, unless it says otherwise; everything is what names neither. */
  private static ClientRequest massCancel(RequestFields fields) {
    List<String> flags = flags(fields, List.of("session", "everything"));
    boolean ofSession = flags.contains("session");
    boolean ofUsualAccount = !fields.has("account") && flags.isEmpty();
    OptionalLong account = account(fields);
    boolean oneInstrument = fields.has("instrument");
    int instrument = oneInstrument ? fields.id("instrument") : 0;
    return (requests, id, usualAccount, session) -> {
      var massCancel = requests.massCancel(id);
      if (ofUsualAccount || account.isPresent()) {
        massCancel.account(account.orElse(usualAccount));
      }
      if (ofSession) {
        massCancel.session(session);
      }
      if (oneInstrument) {
        massCancel.instrument(instrument);
      }
    };
  }

  private static ClientRequest phase(RequestFields fields, Phase phase) {
    int instrument = fields.id("instrument");
    return (requests, id, usualAccount, session) -> requests.setPhase(id, instrument, phase);
  }

  private static ClientRequest band(RequestFields fields) {
    int instrument = fields.id("instrument");
    long low = fields.number("price");
    long high = fields.number("to_price");
    return (requests, id, usualAccount, session) -> requests.setBand(id, instrument, low, high);
  }

  private static ClientRequest window(RequestFields fields) {
    int instrument = fields.id("instrument");
    long base = fields.number("price");
    return (requests, id, usualAccount, session) -> requests.setWindow(id, instrument, base);
  }

  private static OptionalLong account(RequestFields fields) {
    return fields.has("account") ? OptionalLong.of(fields.id("account")) : OptionalLong.empty();
  }

  private static TimeInForce timeInForce(String text, boolean market) {
    return switch (text) {
      case "" -> market ? TimeInForce.IOC : TimeInForce.GTC;
      case "gtc" -> TimeInForce.GTC;
      case "ioc" -> TimeInForce.IOC;
      case "fok" -> TimeInForce.FOK;
      default -> throw new IllegalArgumentException("time in force is gtc, ioc or fok");
    };
  }

  private static SelfTradePrevention mode(RequestFields fields) {
    return switch (fields.text("self_trade")) {
      case "", "incoming" -> SelfTradePrevention.CANCEL_INCOMING;
      case "resting" -> SelfTradePrevention.CANCEL_RESTING;
      case "both" -> SelfTradePrevention.CANCEL_BOTH;
      default -> throw new IllegalArgumentException("self trade is incoming, resting or both");
    };
  }

  private static List<String> flags(RequestFields fields, List<String> known) {
    for (String flag : fields.flags()) {
      if (!known.contains(flag)) {
        throw new IllegalArgumentException("flags are " + String.join(", ", known));
      }
    }
    return fields.flags();
  }

  private static void set(OrderFlagsEncoder encoder, List<String> flags) {
    encoder.postOnly(flags.contains("post-only")).reduceOnly(flags.contains("reduce-only"));
  }
}
