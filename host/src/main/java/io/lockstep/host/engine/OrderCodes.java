package io.lockstep.host.engine;

import io.lockstep.schema.client.NewOrderDecoder;
import io.lockstep.schema.client.OrderFlagsDecoder;
import io.lockstep.schema.client.OrderType;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.ReplaceOrderDecoder;
import io.lockstep.schema.client.SelfTradePrevention;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;

/** Checks the codes and flags of orders: each is known, and they go together. */
final class OrderCodes {
  static final int MARKET = OrderType.MARKET.value();
  static final int GTC = TimeInForce.GTC.value();
  static final int IOC = TimeInForce.IOC.value();
  static final int FOK = TimeInForce.FOK.value();
  static final int BUY = Side.BUY.value();

  static final int LAST_SIDE = Side.SELL.value();
  private static final int LAST_MODE = SelfTradePrevention.CANCEL_BOTH.value();
  private static final int KNOWN_FLAGS = 0b11;

  private OrderCodes() {}

  /** The first fault of a new order's codes, or {@link RejectReason#NONE}. */
  static RejectReason fault(NewOrderDecoder order) {
    int type = order.orderTypeRaw();
    int timeInForce = order.timeInForceRaw();
    OrderFlagsDecoder flags = order.flags();
    boolean known =
        order.sideRaw() <= LAST_SIDE
            && type <= MARKET
            && timeInForce <= FOK
            && order.selfTradePreventionRaw() <= LAST_MODE
            && (flags.getRaw() & ~KNOWN_FLAGS) == 0;
    if (!known) {
      return RejectReason.UNSUPPORTED_CODE;
    }
    boolean together =
        (type != MARKET || timeInForce == IOC)
            && (!flags.postOnly() || timeInForce == GTC)
            && (!flags.reduceOnly() || timeInForce == IOC);
    return together ? RejectReason.NONE : RejectReason.UNSUPPORTED_COMBINATION;
  }

  /** The first fault of a replace's codes, or {@link RejectReason#NONE}. */
  static RejectReason fault(ReplaceOrderDecoder replace) {
    OrderFlagsDecoder flags = replace.flags();
    boolean known =
        replace.selfTradePreventionRaw() <= LAST_MODE && (flags.getRaw() & ~KNOWN_FLAGS) == 0;
    if (!known) {
      return RejectReason.UNSUPPORTED_CODE;
    }
    return flags.reduceOnly() ? RejectReason.UNSUPPORTED_COMBINATION : RejectReason.NONE;
  }
}
