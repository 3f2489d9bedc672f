package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.AuditDecoder;
import io.lockstep.schema.card.BarrierDecoder;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.SetBandEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.Side;
import java.util.List;
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
  void givesEachTemplateItsKindAndTheOthersNone() {
    List<Integer> kinds =
        List.of(
            NewEncoder.TEMPLATE_ID,
            CancelEncoder.TEMPLATE_ID,
            SetInstrumentEncoder.TEMPLATE_ID,
            SetBandEncoder.TEMPLATE_ID,
            AuditDecoder.TEMPLATE_ID,
            BarrierDecoder.TEMPLATE_ID);
    for (int template = 0; template < 1 << 16; template++) {
      dut.port("command_i").setBits(0, 16, template);
      dut.eval();
      // indexOf is -1 for a template without a kind of its own, which is kind 0.
      expect("kind", kinds.indexOf(template) + 1);
      expect("template_id", template);
    }
    assertEquals(-1, kinds.indexOf(ReplaceDecoder.TEMPLATE_ID));
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
