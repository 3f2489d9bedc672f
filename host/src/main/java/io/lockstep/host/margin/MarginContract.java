package io.lockstep.host.margin;

import io.lockstep.schema.client.ContractDefinedDecoder;
import io.lockstep.schema.client.ContractDefinedEncoder;
import io.lockstep.schema.client.ContractKind;
import io.lockstep.schema.snapshot.ContractStateDecoder;
import io.lockstep.schema.snapshot.ContractStateEncoder;

/**
 * What margin takes an instrument for, as its definition fixed it. Money is in scaled minor units.
 *
 * @param expiryNs time of the log; 0: never.
 * @param underlying of an option: the instrument whose mark is its forward price.
 * @param strike price units.
 * @param payout of a digital option, price units.
 * @param volatility of an option until another one is set, millionths a year.
 * @param haircut of an asset, millionths.
 * @param positionLimit lots.
 * @param closeBand ticks.
 * @param worstFee a lot.
 * @param shortOptionMinimum a lot.
 */
public record MarginContract(
    int instrument,
    int group,
    ContractKind kind,
    long expiryNs,
    int underlying,
    long strike,
    long payout,
    int volatility,
    int haircut,
    long positionLimit,
    long closeBand,
    long worstFee,
    long shortOptionMinimum,
    SizeCurve size) {
  /** Its mark follows from its underlying's and its volatility. */
  public boolean isOption() {
    return isOption(kind);
  }

  /** Contracts of the kind are options. */
  public static boolean isOption(ContractKind kind) {
    return switch (kind) {
      case CALL, PUT, DIGITAL_CALL, DIGITAL_PUT -> true;
      default -> false;
    };
  }

  static MarginContract read(ContractDefinedDecoder message) {
    return new MarginContract(
        (int) message.instrument(),
        message.group(),
        message.kind(),
        message.expiryNs(),
        (int) message.underlying(),
        message.strike(),
        message.payout(),
        (int) message.volatility(),
        (int) message.haircut(),
        message.positionLimit(),
        message.closeBand(),
        message.worstFee(),
        message.shortOptionMinimum(),
        new SizeCurve(
            message.bound1(),
            message.bound2(),
            message.bound3(),
            message.slope0(),
            message.slope1(),
            message.slope2(),
            message.slope3()));
  }

  /** Fills in a log message. */
  public void write(ContractDefinedEncoder message) {
    message
        .expiryNs(expiryNs)
        .strike(strike)
        .payout(payout)
        .worstFee(worstFee)
        .shortOptionMinimum(shortOptionMinimum)
        .volatility(volatility)
        .haircut(haircut)
        .positionLimit(positionLimit)
        .closeBand(closeBand)
        .bound1(size.bound1())
        .bound2(size.bound2())
        .bound3(size.bound3())
        .slope0(size.slope0())
        .slope1(size.slope1())
        .slope2(size.slope2())
        .slope3(size.slope3())
        .instrument(instrument)
        .underlying(underlying)
        .group(group)
        .kind(kind);
  }

  void write(ContractStateEncoder record) {
    record
        .expiryNs(expiryNs)
        .strike(strike)
        .payout(payout)
        .worstFee(worstFee)
        .shortOptionMinimum(shortOptionMinimum)
        .haircut(haircut)
        .positionLimit((int) positionLimit)
        .closeBand(closeBand)
        .bound1(size.bound1())
        .bound2(size.bound2())
        .bound3(size.bound3())
        .slope0(size.slope0())
        .slope1(size.slope1())
        .slope2(size.slope2())
        .slope3(size.slope3())
        .instrument(instrument)
        .underlying(underlying)
        .group(group)
        .kind(kind.value());
  }

  static MarginContract read(ContractStateDecoder record) {
    return new MarginContract(
        record.instrument(),
        record.group(),
        ContractKind.get(record.kind()),
        record.expiryNs(),
        record.underlying(),
        record.strike(),
        record.payout(),
        record.volatility(),
        record.haircut(),
        record.positionLimit(),
        record.closeBand(),
        record.worstFee(),
        record.shortOptionMinimum(),
        new SizeCurve(
            record.bound1(),
            record.bound2(),
            record.bound3(),
            record.slope0(),
            record.slope1(),
            record.slope2(),
            record.slope3()));
  }
}
