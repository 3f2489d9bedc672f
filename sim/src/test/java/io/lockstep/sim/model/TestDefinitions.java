package io.lockstep.sim.model;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.lockstep.schema.card.AuditEncoder;
import io.lockstep.schema.card.BarrierEncoder;
import io.lockstep.schema.card.ClosePositionEncoder;
import io.lockstep.schema.card.EndOfLoadEncoder;
import io.lockstep.schema.card.LoadPositionEncoder;
import io.lockstep.schema.card.OpenPositionEncoder;
import io.lockstep.schema.card.SetAccountEncoder;
import io.lockstep.schema.card.SetBandEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.SetWindowEncoder;

/** Commands for tests that define instruments, accounts and positions, and those that only ask. */
final class TestDefinitions {
  /** All lines that there are. */
  static final int ALL_LINES = 0b10111;

  private static final int ACCOUNTS = 16;

  private TestDefinitions() {}

  /** The position slot of an account in an instrument, by which tests go. */
  static int positionOf(int account, int instrument) {
    return instrument * ACCOUNTS + account;
  }

  /** Limits are the largest that a card takes. */
  static TestCommand setInstrument(int instrument, int windowBase, int bandLow, int bandHigh) {
    return setInstrument(
        instrument, windowBase, bandLow, bandHigh, Integer.MAX_VALUE, (1L << 28) - 1);
  }

  static TestCommand setInstrument(
      int instrument, int windowBase, int bandLow, int bandHigh, long maxPrice, long maxQuantity) {
    TestCommand command = TestCommand.ofTemplate(SetInstrumentEncoder.TEMPLATE_ID);
    new SetInstrumentEncoder()
        .wrap(command.bytes, 0)
        .instrument(instrument)
        .windowBase(windowBase)
        .bandLow(bandLow)
        .bandHigh(bandHigh)
        .maxPrice(maxPrice)
        .maxQuantity(maxQuantity);
    return command;
  }

  static TestCommand setBand(int instrument, int low, int high) {
    TestCommand command = TestCommand.ofTemplate(SetBandEncoder.TEMPLATE_ID);
    new SetBandEncoder().wrap(command.bytes, 0).instrument(instrument).low(low).high(high);
    return command;
  }

  static TestCommand setWindow(int instrument, int windowBase) {
    TestCommand command = TestCommand.ofTemplate(SetWindowEncoder.TEMPLATE_ID);
    new SetWindowEncoder().wrap(command.bytes, 0).instrument(instrument).windowBase(windowBase);
    return command;
  }

  static TestCommand setAccount(long account, long selfTradeGroup) {
    TestCommand command = TestCommand.ofTemplate(SetAccountEncoder.TEMPLATE_ID);
    new SetAccountEncoder().wrap(command.bytes, 0).account(account).selfTradeGroup(selfTradeGroup);
    return command;
  }

  static TestCommand openPosition(int account, int instrument) {
    return openPosition(positionOf(account, instrument), account, instrument);
  }

  static TestCommand openPosition(long slot, long account, int instrument) {
    TestCommand command = TestCommand.ofTemplate(OpenPositionEncoder.TEMPLATE_ID);
    new OpenPositionEncoder()
        .wrap(command.bytes, 0)
        .positionSlot(slot)
        .account(account)
        .instrument(instrument);
    return command;
  }

  static TestCommand closePosition(int account, int instrument) {
    return closePosition(positionOf(account, instrument), account, instrument);
  }

  static TestCommand closePosition(long slot, long account, int instrument) {
    TestCommand command = TestCommand.ofTemplate(ClosePositionEncoder.TEMPLATE_ID);
    new ClosePositionEncoder()
        .wrap(command.bytes, 0)
        .positionSlot(slot)
        .account(account)
        .instrument(instrument);
    return command;
  }

  static TestCommand loadPosition(int account, int instrument, int lots) {
    return loadPosition(positionOf(account, instrument), account, instrument, lots);
  }

  static TestCommand loadPosition(long slot, long account, int instrument, int lots) {
    TestCommand command = TestCommand.ofTemplate(LoadPositionEncoder.TEMPLATE_ID);
    new LoadPositionEncoder()
        .wrap(command.bytes, 0)
        .positionSlot(slot)
        .account(account)
        .instrument(instrument)
        .position(lots);
    return command;
  }

  static TestCommand endOfLoad() {
    return TestCommand.ofTemplate(EndOfLoadEncoder.TEMPLATE_ID);
  }

  static TestCommand audit() {
    return audit(ALL_LINES);
  }

  static TestCommand audit(int lines) {
    TestCommand command = TestCommand.ofTemplate(AuditEncoder.TEMPLATE_ID);
    command.bytes.putShort(AuditEncoder.linesEncodingOffset(), (short) lines, LITTLE_ENDIAN);
    return command;
  }

  static TestCommand barrier() {
    return TestCommand.ofTemplate(BarrierEncoder.TEMPLATE_ID);
  }
}
