package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.AuditDecoder;
import io.lockstep.schema.card.BarrierDecoder;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.ClosePositionEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.CrossEncoder;
import io.lockstep.schema.card.EndOfLoadDecoder;
import io.lockstep.schema.card.LoadOrderEncoder;
import io.lockstep.schema.card.LoadPositionEncoder;
import io.lockstep.schema.card.MassCancelEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OpenPositionDecoder;
import io.lockstep.schema.card.ParkDecoder;
import io.lockstep.schema.card.ReplaceEncoder;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.SetAccountEncoder;
import io.lockstep.schema.card.SetBandEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.SetWindowDecoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.UnparkDecoder;
import java.util.HashMap;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The decoder finds what the generated encoders wrote. */
class CommandDecoderTest {
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");

  @Rtl(module = "command_decoder")
  RtlModule dut;

  private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);

  @Test
  void findsTheFieldsOfANewOrder() {
    header(NewEncoder.TEMPLATE_ID);
    new NewEncoder()
        .wrap(bytes, 0)
        .account(11)
        .session(12)
        .slot(13)
        .price(-14)
        .quantity(15)
        .instrument(16)
        .side(Side.SELL);
    decode();
    expect("order_id", 0x123456789AL);
    expect("flags", 3);
    expect("account", 11);
    expect("session", 12);
    expect("slot", 13);
    expect("price", -14 & 0xFFFF_FFFFL);
    expect("quantity", 15);
    expect("instrument", 16);
    expect("side", 1);
  }

  @Test
  void findsTheFieldsOfACancel() {
    header(CancelEncoder.TEMPLATE_ID);
    new CancelEncoder().wrap(bytes, 0).orderId(-2).slot(13).account(11);
    decode();
    expect("order_id", -2);
    expect("slot", 13);
    expect("account", 11);
  }

  @Test
  void findsTheFieldsOfAnInstrumentAndItsBand() {
    header(SetInstrumentEncoder.TEMPLATE_ID);
    new SetInstrumentEncoder()
        .wrap(bytes, 0)
        .instrument(5)
        .windowBase(-100)
        .bandLow(-90)
        .bandHigh(90)
        .maxPrice(1000)
        .maxQuantity(2000);
    decode();
    expect("instrument", 5);
    expect("window_base", -100 & 0xFFFF_FFFFL);
    expect("band_low", -90 & 0xFFFF_FFFFL);
    expect("band_high", 90);
    expect("max_price", 1000);
    expect("max_quantity", 2000);

    header(SetBandEncoder.TEMPLATE_ID);
    new SetBandEncoder().wrap(bytes, 0).instrument(6).low(7).high(8);
    decode();
    expect("instrument", 6);
    expect("band_low", 7);
    expect("band_high", 8);
  }

  @Test
  void findsTheFieldsOfAReplaceAndAMassCancel() {
    header(ReplaceEncoder.TEMPLATE_ID);
    new ReplaceEncoder()
        .wrap(bytes, 0)
        .orderId(-2)
        .slot(13)
        .account(11)
        .price(-14)
        .total(15)
        .instrument(16)
        .selfTradePrevention(SelfTradePrevention.CANCEL_BOTH);
    decode();
    expect("order_id", -2);
    expect("slot", 13);
    expect("account", 11);
    expect("price", -14 & 0xFFFF_FFFFL);
    expect("quantity", 15);
    expect("instrument", 16);
    expect("self_trade_prevention", 2);

    header(MassCancelEncoder.TEMPLATE_ID);
    new MassCancelEncoder().wrap(bytes, 0).account(11).session(12).instrument(16);
    decode();
    expect("account", 11);
    expect("session", 12);
    expect("instrument", 16);
  }

  @Test
  void findsTheFieldsOfACross() {
    header(CrossEncoder.TEMPLATE_ID);
    new CrossEncoder()
        .wrap(bytes, 0)
        .buyId(-2)
        .sellId(-3)
        .buySlot(13)
        .sellSlot(14)
        .price(-15)
        .quantity(16)
        .instrument(17);
    decode();
    expect("order_id", -2);
    expect("other_id", -3);
    expect("slot", 13);
    expect("other_slot", 14);
    expect("price", -15 & 0xFFFF_FFFFL);
    expect("quantity", 16);
    expect("instrument", 17);
  }

  @Test
  void findsTheFieldsOfAccountsAndPositions() {
    header(SetAccountEncoder.TEMPLATE_ID);
    new SetAccountEncoder().wrap(bytes, 0).account(11).selfTradeGroup(0xFFFF_FFFEL);
    decode();
    expect("account", 11);
    expect("group", 0xFFFF_FFFEL);

    header(LoadPositionEncoder.TEMPLATE_ID);
    new LoadPositionEncoder()
        .wrap(bytes, 0)
        .positionSlot(12)
        .account(13)
        .instrument(14)
        .position(-15);
    decode();
    expect("position_slot", 12);
    expect("account", 13);
    expect("instrument", 14);
    expect("position", -15 & 0xFFFF_FFFFL);

    header(ClosePositionEncoder.TEMPLATE_ID);
    new ClosePositionEncoder().wrap(bytes, 0).positionSlot(12).account(13).instrument(14);
    decode();
    expect("position_slot", 12);
    expect("account", 13);
    expect("instrument", 14);
  }

  @Test
  void findsTheFieldsOfALoadedOrder() {
    header(LoadOrderEncoder.TEMPLATE_ID);
    new LoadOrderEncoder()
        .wrap(bytes, 0)
        .account(11)
        .session(12)
        .slot(13)
        .positionSlot(14)
        .price(-15)
        .total(16)
        .filled(17)
        .selfTradeGroup(18)
        .instrument(19)
        .side(Side.SELL);
    decode();
    expect("order_id", 0x123456789AL);
    expect("account", 11);
    expect("session", 12);
    expect("slot", 13);
    expect("position_slot", 14);
    expect("price", -15 & 0xFFFF_FFFFL);
    expect("quantity", 16);
    expect("filled", 17);
    expect("group", 18);
    expect("instrument", 19);
    expect("side", 1);
  }

  @Test
  void givesEachTemplateItsKindAndTheOthersNone() {
    Map<Integer, String> kinds = new HashMap<>();
    kinds.put(NewEncoder.TEMPLATE_ID, "is_new");
    kinds.put(CancelEncoder.TEMPLATE_ID, "cancel");
    kinds.put(ReplaceEncoder.TEMPLATE_ID, "replace");
    kinds.put(MassCancelEncoder.TEMPLATE_ID, "mass_cancel");
    kinds.put(ParkDecoder.TEMPLATE_ID, "park");
    kinds.put(UnparkDecoder.TEMPLATE_ID, "unpark");
    kinds.put(CrossEncoder.TEMPLATE_ID, "is_cross");
    kinds.put(SetInstrumentEncoder.TEMPLATE_ID, "set_instrument");
    kinds.put(SetAccountEncoder.TEMPLATE_ID, "set_account");
    kinds.put(SetBandEncoder.TEMPLATE_ID, "set_band");
    kinds.put(SetWindowDecoder.TEMPLATE_ID, "set_window");
    kinds.put(OpenPositionDecoder.TEMPLATE_ID, "open_position");
    kinds.put(ClosePositionEncoder.TEMPLATE_ID, "close_position");
    kinds.put(LoadPositionEncoder.TEMPLATE_ID, "load_position");
    kinds.put(LoadOrderEncoder.TEMPLATE_ID, "load_order");
    kinds.put(EndOfLoadDecoder.TEMPLATE_ID, "end_of_load");
    kinds.put(AuditDecoder.TEMPLATE_ID, "audit");
    kinds.put(BarrierDecoder.TEMPLATE_ID, "barrier");
    PackedStruct kind = PackedStruct.of("kind_t");
    assertEquals(kind.bits(), kinds.size());
    int lowest = COMMAND.bits() - kind.bits();
    for (int template = 0; template < 1 << 16; template++) {
      dut.port("command_i").setBits(0, 16, template);
      dut.eval();
      expect("template_id", template);
      long bits = dut.port("command_o").getBits(lowest, kind.bits());
      assertEquals(kinds.containsKey(template) ? 1 : 0, Long.bitCount(bits), "" + template);
      if (kinds.containsKey(template)) {
        expect("kind." + kinds.get(template), 1);
      }
    }
  }

  private void header(int template) {
    bytes.setMemory(0, Card.MESSAGE_BYTES, (byte) 0);
    CommandHeaderEncoder header = new CommandHeaderEncoder().wrap(bytes, 0);
    header.templateId(template).logSequence(0x123456789AL);
    header.flags().dryRun(true).system(true);
  }

  private void decode() {
    dut.port("command_i").set(bytes, 0);
    dut.eval();
  }

  private void expect(String field, long value) {
    assertEquals(value, COMMAND.get(dut.port("command_o"), field), field);
  }
}
