package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.MarginWriter;
import io.lockstep.schema.card.MarginStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Commands of {@link TestMargin} as bytes, for tests that draw them at random, and others with more
 * said than there.
 */
final class MarginCommand {
  private MarginCommand() {}

  /** The portfolio slot of an account in a group, by which tests go. */
  static int portfolioOf(int account, int group) {
    return TestMargin.portfolioOf(account, group);
  }

  /** What an instrument is, its book's limits aside. */
  record Terms(int group, long multiplier, long closeBand, long worstFee, long positionLimit) {}

  /** What is staged of an instrument. */
  record Array(int mark, int[] lanes, long shortMinimum, int[] bounds, int[] slopes) {}

  /** Rates in 2 to the power of -24. */
  record Fees(int maker, int taker, int auction) {}

  static UnsafeBuffer setInstrument(
      int instrument, int windowBase, int low, int high, long maxPrice, Terms terms) {
    return defined(
        writer ->
            writer
                .setInstrument(instrument, windowBase, low, high, maxPrice, PlainState.MOST_LOTS)
                .multiplier(terms.multiplier)
                .margin(terms.group, terms.closeBand, terms.worstFee, terms.positionLimit));
  }

  static UnsafeBuffer setAccount(int account, int selfTradeGroup, int tier) {
    return defined(writer -> writer.setAccount(account, selfTradeGroup).feeTier((short) tier));
  }

  static UnsafeBuffer openPosition(int account, int group, int instrument) {
    return TestMargin.openPosition(account, instrument, group).bytes;
  }

  static UnsafeBuffer loadPosition(int account, int group, int instrument, int lots) {
    return defined(
        writer ->
            writer
                .loadPosition(
                    TestDefinitions.positionOf(account, instrument), account, instrument, lots)
                .portfolio(portfolioOf(account, group)));
  }

  static UnsafeBuffer closePosition(int account, int group, int instrument) {
    return TestMargin.closePosition(account, instrument, group).bytes;
  }

  /** All that a commit wants to have of an instrument. */
  static List<UnsafeBuffer> stage(int instrument, Array array) {
    List<UnsafeBuffer> all = new ArrayList<>();
    for (int part = 0; part < array.lanes.length / MarginWriter.LANES_A_PART; part++) {
      int of = part;
      all.add(of(w -> w.stageArray(instrument, of, array.mark, array.shortMinimum, array.lanes)));
    }
    all.add(
        of(
            writer ->
                writer
                    .sizeCurve(instrument)
                    .bound1(array.bounds[0])
                    .bound2(array.bounds[1])
                    .bound3(array.bounds[2])
                    .slope0(array.slopes[0])
                    .slope1(array.slopes[1])
                    .slope2(array.slopes[2])
                    .slope3(array.slopes[3])));
    return all;
  }

  static UnsafeBuffer setFees(int instrument, int tier, Fees fees) {
    return TestMargin.feeRow(instrument, tier, fees.maker, fees.taker, fees.auction).bytes;
  }

  static UnsafeBuffer commit(int group, int initial, int maintenance, long epoch) {
    return TestMargin.commit(group, initial, maintenance, epoch).bytes;
  }

  static UnsafeBuffer openPortfolio(int account, int group) {
    return TestMargin.openPortfolio(account, group).bytes;
  }

  static UnsafeBuffer closePortfolio(int account, int group) {
    return TestMargin.closePortfolio(account, group).bytes;
  }

  static UnsafeBuffer loadPortfolio(int account, int group, long addOn, long epoch) {
    int slot = portfolioOf(account, group);
    return of(writer -> writer.loadPortfolio(slot, account, group, addOn, epoch));
  }

  static UnsafeBuffer loadAccount(
      int account, int selfTradeGroup, int tier, long cash, MarginStatus status) {
    return of(writer -> writer.loadAccount(account, selfTradeGroup, tier, cash, status));
  }

  static UnsafeBuffer adjust(int account, long amount) {
    return TestMargin.adjust(account, amount).bytes;
  }

  static UnsafeBuffer adjustBySystem(int account, long amount) {
    return TestMargin.adjust(account, amount).bySystem().bytes;
  }

  static UnsafeBuffer adjustAddOn(int account, int group, long amount) {
    return TestMargin.adjustAddOn(account, portfolioOf(account, group), amount).bytes;
  }

  static UnsafeBuffer transfer(int instrument, int seller, int buyer, int price, long lots) {
    return TestMargin.transfer(instrument, seller, buyer, price, lots).bytes;
  }

  static UnsafeBuffer sweep(long portfolio, long count) {
    return TestMargin.sweep(portfolio, count).bytes;
  }

  static UnsafeBuffer reserve(long orderId, long slot, long account) {
    return of(writer -> writer.reserve(orderId, slot, account));
  }

  static UnsafeBuffer audit() {
    return TestDefinitions.audit(TestMargin.ALL_LINES).bytes;
  }

  private static UnsafeBuffer of(Consumer<MarginWriter> what) {
    UnsafeBuffer bytes = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    what.accept(new MarginWriter().into(bytes, 0));
    return bytes;
  }

  private static UnsafeBuffer defined(Consumer<CommandWriter> what) {
    UnsafeBuffer bytes = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    what.accept(new CommandWriter().into(bytes, 0));
    return bytes;
  }
}
