package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.FaultDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which event each phase of a command tells, of whom, and why an order ended. */
class TellerTest {
  private static final PackedStruct COMMAND = PackedStruct.of("command_t");
  private static final PackedStruct VERDICT = PackedStruct.of("verdict_t");
  private static final PackedStruct VETTED = PackedStruct.of("vetted_t");
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");
  private static final PackedStruct ORDER = PackedStruct.of("order_t");
  private static final PackedStruct EVENT = PackedStruct.of("event_t");

  @Rtl(module = "teller")
  RtlModule dut;

  @BeforeEach
  void aCommandItsOrderAndAMaker() {
    command("account", 11);
    command("order_id", 12);
    command("quantity", 13);
    command("price", -14);
    command("other_id", 15);
    ORDER.set(dut.port("order_i"), "account", 21);
    ORDER.set(dut.port("order_i"), "id", 22);
    VETTED.set(dut.port("vetted_i"), "named.state.open", 23);
    ENTRY.set(dut.port("maker_i"), "order.account", 31);
    ENTRY.set(dut.port("maker_i"), "order.id", 32);
    dut.set("maker_lots_i", 33);
    dut.set("maker_price_i", -34);
    dut.set("lots_i", 43);
  }

  @Test
  void aNewOrderIsAcceptedAndOtherCommandsAreDone() {
    dut.set("answers_i", 1);
    command("kind.is_new", 1);
    expect(AcceptedDecoder.TEMPLATE_ID, 11, 12, 43);
    command("kind.is_new", 0);
    command("kind.barrier", 1);
    assertEquals(DoneDecoder.TEMPLATE_ID, told("template_id"));
  }

  @Test
  void aRefusalNamesAnOrderOnlyIfTheCommandIsAboutOne() {
    VERDICT.set(dut.port("verdict_i"), "refused", 1);
    for (String phase : new String[] {"answers_i", "tells_i"}) {
      dut.set(phase, 1);
      for (String kind :
          new String[] {"is_new", "load_order", "cancel", "replace", "park", "unpark"}) {
        expectRefused(kind, 11, 12);
      }
      for (String kind : new String[] {"is_cross", "mass_cancel", "set_band", "audit"}) {
        expectRefused(kind, 0, 0);
      }
      dut.set(phase, 0);
    }
  }

  @Test
  void aReplaceTellsItsNewTermsUnlessItEndsTheOrder() {
    dut.set("tells_i", 1);
    command("kind.replace", 1);
    expect(ReplacedDecoder.TEMPLATE_ID, 11, 12, 13);
    assertEquals(-14 & 0xFFFF_FFFFL, told("price"));
    VETTED.set(dut.port("vetted_i"), "ends", 1);
    expect(CancelledDecoder.TEMPLATE_ID, 11, 12, 23);
    assertEquals(CancelReason.REQUESTED.value(), told("cancel_reason"));
  }

  @Test
  void aMassCancelTellsOfEachOrderAndItsAccount() {
    dut.set("tells_i", 1);
    command("kind.mass_cancel", 1);
    expect(CancelledDecoder.TEMPLATE_ID, 21, 22, 23);
    assertEquals(CancelReason.MASS_CANCEL.value(), told("cancel_reason"));
  }

  @Test
  void aCrossTradesItsTwoOrders() {
    dut.set("tells_i", 1);
    command("kind.is_cross", 1);
    expect(TradeDecoder.TEMPLATE_ID, 11, 12, 13);
    assertEquals(15, told("maker_id"));
    assertEquals(-14 & 0xFFFF_FFFFL, told("price"));
  }

  @Test
  void aMakerTradesAtItsPriceOrIsCancelledIfItIsTheTakersOwn() {
    dut.set("matches_i", 1);
    expect(TradeDecoder.TEMPLATE_ID, 11, 12, 33);
    assertEquals(32, told("maker_id"));
    assertEquals(-34 & 0xFFFF_FFFFL, told("price"));
    assertEquals(0, told("last"));
    dut.set("maker_own_i", 1);
    expect(CancelledDecoder.TEMPLATE_ID, 31, 32, 33);
    assertEquals(CancelReason.SELF_TRADE.value(), told("cancel_reason"));
  }

  @Test
  void whatIsLeftEndsForItsOwnOrderBeforeTheBandBeforeItsTime() {
    dut.set("leaves_i", 1);
    dut.set("last_i", 1);
    expect(CancelledDecoder.TEMPLATE_ID, 11, 12, 43);
    assertEquals(CancelReason.IMMEDIATE_OR_CANCEL.value(), told("cancel_reason"));
    VERDICT.set(dut.port("verdict_i"), "beyond_band", 1);
    assertEquals(CancelReason.BAND.value(), told("cancel_reason"));
    VERDICT.set(dut.port("verdict_i"), "met_own", 1);
    assertEquals(CancelReason.SELF_TRADE.value(), told("cancel_reason"));
    assertEquals(1, told("last"));
    dut.set("last_i", 0);
    assertEquals(0, told("last"));
  }

  @Test
  void aPhaseThatIsNoneOfTheseIsAFault() {
    assertEquals(FaultDecoder.TEMPLATE_ID, told("template_id"));
    dut.set("tops_i", 1);
    assertEquals(TopOfBookDecoder.TEMPLATE_ID, told("template_id"));
  }

  private void expectRefused(String kind, long account, long order) {
    command("kind." + kind, 1);
    assertEquals(RejectedDecoder.TEMPLATE_ID, told("template_id"), kind);
    assertEquals(account, told("account"), kind);
    assertEquals(order, told("order_id"), kind);
    assertEquals(1, told("last"), kind);
    command("kind." + kind, 0);
  }

  private void expect(int template, long account, long order, long quantity) {
    assertEquals(template, told("template_id"));
    assertEquals(account, told("account"));
    assertEquals(order, told("order_id"));
    assertEquals(quantity, told("quantity"));
  }

  private long told(String field) {
    dut.eval();
    return EVENT.get(dut.port("event_o"), field);
  }

  private void command(String field, long value) {
    COMMAND.set(dut.port("command_i"), field, value);
  }
}
