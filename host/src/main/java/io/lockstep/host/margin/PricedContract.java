package io.lockstep.host.margin;

import io.lockstep.host.pricing.Contract;
import io.lockstep.host.scenarios.Lot;

/**
 * What pricing wants to know of an instrument.
 *
 * @param contract on one unit of its underlying.
 * @param lot what one is in money.
 * @param tickSize price units.
 * @param maxPriceTicks largest absolute mark.
 */
record PricedContract(Contract contract, Lot lot, long tickSize, long maxPriceTicks) {
  static PricedContract of(
      MarginContract margin, long tickSize, long multiplier, long maxPriceTicks) {
    return new PricedContract(
        contract(margin),
        new Lot(tickSize, multiplier, (int) margin.positionLimit()),
        tickSize,
        maxPriceTicks);
  }

  private static Contract contract(MarginContract of) {
    return switch (of.kind()) {
      case CALL -> Contract.call(of.strike());
      case PUT -> Contract.put(of.strike());
      case DIGITAL_CALL -> Contract.digitalCall(of.strike(), of.payout());
      case DIGITAL_PUT -> Contract.digitalPut(of.strike(), of.payout());
      case FUTURE -> Contract.future();
      default -> Contract.perpetual();
    };
  }
}
