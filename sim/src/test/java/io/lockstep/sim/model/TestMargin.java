package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestDefinitions.positionOf;

import io.lockstep.driver.MarginWriter;
import io.lockstep.schema.card.BarrierEncoder;
import io.lockstep.schema.card.LoadOrderEncoder;
import io.lockstep.schema.card.LoadPositionEncoder;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.OpenPositionEncoder;
import io.lockstep.schema.card.SetAccountEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.SetSizeCurveEncoder;
import io.lockstep.schema.card.Side;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** Commands for tests of margin. */
final class TestMargin {
  /** All lines that there are with margin, the lanes too. */
  static final int ALL_LINES = 0b111_1111;

  /** Slots of portfolios: so many accounts a group. */
  private static final int ACCOUNTS = 8;

  private TestMargin() {}

  private static MarginWriter into(TestCommand command) {
    return new MarginWriter().into(command.bytes, 0);
  }

  private static TestCommand empty() {
    return TestCommand.ofTemplate(BarrierEncoder.TEMPLATE_ID);
  }

  /** The portfolio slot of an account in a group, by which tests go. */
  static int portfolioOf(int account, int group) {
    return group * ACCOUNTS + account;
  }

  static TestCommand audit() {
    return TestDefinitions.audit(ALL_LINES);
  }

  // ---- definitions

  /**
   * An instrument whose tick is worth 10 a lot: its window from 50 on, band from 90 to 110, prices
   * up to 1,000, orders up to 1,000 lots, positions up to 10,000 lots, a close band of 2 ticks, and
   * fees of up to 100 a lot.
   */
  static TestCommand instrument(int number, int group) {
    TestCommand command = TestDefinitions.setInstrument(number, 50, 90, 110, 1_000, 1_000);
    new SetInstrumentEncoder()
        .wrap(command.bytes, 0)
        .group(group)
        .multiplier(10)
        .closeBand(2)
        .worstFee(100)
        .positionLimit(10_000);
    return command;
  }

  /** The same, to say one thing otherwise. */
  static SetInstrumentEncoder with(TestCommand instrument) {
    return new SetInstrumentEncoder().wrap(instrument.bytes, 0);
  }

  /** An instrument that is otherwise in something. */
  static TestCommand changed(int number, int group, Consumer<SetInstrumentEncoder> otherwise) {
    TestCommand command = instrument(number, group);
    otherwise.accept(with(command));
    return command;
  }

  static TestCommand account(int account, int feeTier) {
    return account(account, 0, feeTier);
  }

  static TestCommand account(int account, int selfTradeGroup, int feeTier) {
    TestCommand command = TestDefinitions.setAccount(account, selfTradeGroup);
    new SetAccountEncoder().wrap(command.bytes, 0).feeTier((short) feeTier);
    return command;
  }

  static TestCommand feeRow(int instrument, int tier, int maker, int taker, int auction) {
    TestCommand command = empty();
    into(command).feeRow(instrument, tier, maker, taker, auction);
    return command;
  }

  static TestCommand openPortfolio(int account, int group) {
    return openPortfolio(portfolioOf(account, group), account, group);
  }

  static TestCommand openPortfolio(long slot, long account, int group) {
    TestCommand command = empty();
    into(command).openPortfolio(slot, account, group);
    return command;
  }

  static TestCommand closePortfolio(int account, int group) {
    return closePortfolio(portfolioOf(account, group), account, group);
  }

  static TestCommand closePortfolio(long slot, long account, int group) {
    TestCommand command = empty();
    into(command).closePortfolio(slot, account, group);
    return command;
  }

  /** In the portfolio that the account has of the group. */
  static TestCommand openPosition(int account, int instrument, int group) {
    return TestDefinitions.openPosition(account, instrument)
        .withInt(OpenPositionEncoder.portfolioEncodingOffset(), portfolioOf(account, group));
  }

  /** In the portfolio that the account has of the group. */
  static TestCommand closePosition(int account, int instrument, int group) {
    return TestDefinitions.closePosition(account, instrument)
        .withInt(OpenPositionEncoder.portfolioEncodingOffset(), portfolioOf(account, group));
  }

  // ---- parameters

  /** A part of an array. */
  static TestCommand stage(int instrument, int part, int mark, long shortMinimum, int... lanes) {
    TestCommand command = empty();
    int[] all = new int[(part + 1) * MarginWriter.LANES_A_PART];
    System.arraycopy(lanes, 0, all, part * MarginWriter.LANES_A_PART, lanes.length);
    into(command).stageArray(instrument, part, mark, shortMinimum, all);
    return command;
  }

  /** A curve of one slope. */
  static TestCommand curve(int instrument, long slope) {
    return curve(instrument, new long[] {0, 0, 0}, slope, slope, slope, slope);
  }

  static TestCommand curve(int instrument, long[] bounds, long... slopes) {
    TestCommand command = empty();
    SetSizeCurveEncoder curve = into(command).sizeCurve(instrument);
    curve.bound1(bounds[0]).bound2(bounds[1]).bound3(bounds[2]);
    curve.slope0(slopes[0]).slope1(slopes[1]).slope2(slopes[2]).slope3(slopes[3]);
    return command;
  }

  static TestCommand commit(int group, int initialFactor, int maintenanceFactor, long epoch) {
    TestCommand command = empty();
    into(command).commitGroup(group, initialFactor, maintenanceFactor, epoch);
    return command;
  }

  static TestCommand sweep(long first, long count) {
    TestCommand command = empty();
    into(command).sweepChunk(first, count);
    return command;
  }

  // ---- money

  static TestCommand adjust(long account, long amount) {
    TestCommand command = empty();
    into(command).adjust(account, amount);
    return command;
  }

  /** Of the account's portfolio of group 0. */
  static TestCommand adjustAddOn(int account, long amount) {
    return adjustAddOn(account, portfolioOf(account, 0), amount);
  }

  static TestCommand adjustAddOn(long account, long portfolio, long amount) {
    TestCommand command = empty();
    into(command).adjustAddOn(account, portfolio, amount);
    return command;
  }

  /** In instrument 0. */
  static TestCommand transfer(int seller, int buyer, int price, long quantity) {
    return transfer(0, seller, buyer, price, quantity);
  }

  static TestCommand transfer(int instrument, int seller, int buyer, int price, long quantity) {
    TestCommand command = empty();
    into(command)
        .transfer(instrument, price, quantity)
        .buyer(buyer)
        .buyerPosition(positionOf(buyer, instrument))
        .seller(seller)
        .sellerPosition(positionOf(seller, instrument));
    return command;
  }

  static TestCommand reserve(long orderId, long account) {
    return reserve(orderId, orderId, account);
  }

  static TestCommand reserve(long orderId, long slot, long account) {
    TestCommand command = empty();
    into(command).reserve(orderId, slot, account);
    return command;
  }

  /** A replace that also names the side, and the position in instrument 0. */
  static TestCommand replace(long orderId, Side side, int account, int price, long total) {
    return TestCommand.replace(orderId, price, total).account(account).ofSide(side);
  }

  // ---- loading

  static TestCommand loadAccount(long account, int tier, long cash, MarginStatus status) {
    return loadAccount(account, 0, tier, cash, status);
  }

  static TestCommand loadAccount(
      long account, long selfTradeGroup, int tier, long cash, MarginStatus status) {
    TestCommand command = empty();
    into(command).loadAccount(account, selfTradeGroup, tier, cash, status);
    return command;
  }

  /** Of group 0. */
  static TestCommand loadPortfolio(int account, long addOn, long epoch) {
    return loadPortfolio(account, 0, addOn, epoch);
  }

  static TestCommand loadPortfolio(int account, int group, long addOn, long epoch) {
    TestCommand command = empty();
    into(command).loadPortfolio(portfolioOf(account, group), account, group, addOn, epoch);
    return command;
  }

  /** In instrument 0, in the portfolio of group 0. */
  static TestCommand loadPosition(int account, int lots) {
    return loadPosition(account, 0, 0, lots);
  }

  /** In the portfolio that the account has of the group. */
  static TestCommand loadPosition(int account, int instrument, int group, int lots) {
    return TestDefinitions.loadPosition(account, instrument, lots)
        .withInt(LoadPositionEncoder.portfolioEncodingOffset(), portfolioOf(account, group));
  }

  /** What a loaded order reserved, and the tier that it entered with. */
  static TestCommand reserving(TestCommand loadedOrder, long reserve, int feeTier) {
    int at = LoadOrderEncoder.reserveEncodingOffset();
    loadedOrder.bytes.putLong(at, reserve, ByteOrder.LITTLE_ENDIAN);
    return loadedOrder.withByte(LoadOrderEncoder.feeTierEncodingOffset(), feeTier);
  }
}
