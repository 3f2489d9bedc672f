package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.cancel;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestDefinitions.setAccount;
import static io.lockstep.sim.model.TestDefinitions.setBand;
import static io.lockstep.sim.model.TestDefinitions.setInstrument;
import static io.lockstep.sim.model.TestDefinitions.setWindow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.RejectReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How instruments, bands, windows, accounts and positions are defined, and when they are not. */
abstract class DefinitionRules extends CardRules {
  private static final int BASE = 50;

  // ---- set instrument

  @Test
  void refusesToSetAnInstrumentBeyondTheCapacity() {
    refuses(setInstrument(instruments(), 0, 1, 2), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(setInstrument(65_535, 0, 1, 2), RejectReason.UNKNOWN_INSTRUMENT);
  }

  @Test
  void refusesLimitsOfZeroOrAboveTheCardsBound() {
    long mostLots = (1L << 28) - 1;
    refuses(setInstrument(1, 0, 1, 2, 0, 1), RejectReason.LIMITS_INVALID);
    refuses(setInstrument(1, 0, 1, 2, 1L << 31, 1), RejectReason.LIMITS_INVALID);
    refuses(setInstrument(1, 0, 1, 2, 0xFFFF_FFFFL, 1), RejectReason.LIMITS_INVALID);
    refuses(setInstrument(1, 0, 1, 2, 1, 0), RejectReason.LIMITS_INVALID);
    refuses(setInstrument(1, 0, 1, 2, 1, mostLots + 1), RejectReason.LIMITS_INVALID);
    accepts(setInstrument(1, 0, 1, 2, (1L << 31) - 1, mostLots));
  }

  @Test
  void refusesAWindowThatReachesBeyondThePrices() {
    int highest = Integer.MAX_VALUE - card.description().levels() + 1;
    int max = Integer.MAX_VALUE;
    refuses(setInstrument(1, highest + 1, max, max), RejectReason.WINDOW_INVALID);
    refuses(setInstrument(1, max, max, max), RejectReason.WINDOW_INVALID);
    refuses(setInstrument(1, Integer.MIN_VALUE, 1, 2), RejectReason.WINDOW_INVALID);
    accepts(setInstrument(1, highest, max, max));
    accepts(setInstrument(1, -max, -max, -max));
  }

  @Test
  void refusesABandThatIsEmptyOrNotInsideTheWindow() {
    int top = BASE + card.description().levels() - 1;
    refuses(setInstrument(1, BASE, 101, 100), RejectReason.BAND_OUTSIDE_WINDOW);
    refuses(setInstrument(1, BASE, BASE - 1, 100), RejectReason.BAND_OUTSIDE_WINDOW);
    refuses(setInstrument(1, BASE, 100, top + 1), RejectReason.BAND_OUTSIDE_WINDOW);
    refuses(
        setInstrument(1, BASE, Integer.MIN_VALUE, Integer.MAX_VALUE),
        RejectReason.BAND_OUTSIDE_WINDOW);
    accepts(setInstrument(1, BASE, BASE, top));
    refuses(setBand(1, 101, 100), RejectReason.BAND_OUTSIDE_WINDOW);
    refuses(setBand(1, BASE - 1, 100), RejectReason.BAND_OUTSIDE_WINDOW);
    refuses(setBand(1, 100, top + 1), RejectReason.BAND_OUTSIDE_WINDOW);
    accepts(setBand(1, 100, 100));
  }

  @Test
  void refusesToSetAnInstrumentWhileAnOrderIsParked() {
    card.after(bid(1, 100, 5).parked());
    refuses(setInstrument(0, BASE, 90, 110), RejectReason.BOOK_NOT_EMPTY);
    card.after(cancel(1));
    accepts(setInstrument(0, BASE, 90, 110));
  }

  @Test
  void refusesToSetAnInstrumentWhileOrdersRest() {
    card.after(bid(1, 100, 5));
    refuses(setInstrument(0, BASE, 90, 110), RejectReason.BOOK_NOT_EMPTY);
    card.after(cancel(1));
    accepts(setInstrument(0, 1_000, 1_001, 1_002));
    assertEquals(List.of("accepted 2", "top 5@1000 | -"), card.send(bid(2, 1_000, 5)));
  }

  @Test
  void theLowestReasonOfASetInstrumentIsGiven() {
    card.after(bid(1, 100, 5));
    int min = Integer.MIN_VALUE;
    refuses(setInstrument(instruments(), min, 2, 1, 0, 0), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(setInstrument(0, min, 2, 1, 0, 0), RejectReason.LIMITS_INVALID);
    refuses(setInstrument(0, min, 2, 1), RejectReason.WINDOW_INVALID);
    refuses(setInstrument(0, BASE, 2, 1), RejectReason.BAND_OUTSIDE_WINDOW);
    refuses(setInstrument(0, BASE, BASE, BASE), RejectReason.BOOK_NOT_EMPTY);
  }

  // ---- set band

  @Test
  void refusesABandOfAnInstrumentNeverSet() {
    refuses(setBand(1, 2, 1), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(setBand(instruments(), 90, 110), RejectReason.UNKNOWN_INSTRUMENT);
  }

  @Test
  void refusesABandThatWouldLeaveAnOrderOnTheWrongSide() {
    card.after(bid(1, 100, 5), ask(2, 105, 5));
    refuses(setBand(0, 90, 99), RejectReason.ORDERS_OUTSIDE_BAND);
    refuses(setBand(0, 106, 110), RejectReason.ORDERS_OUTSIDE_BAND);
    refuses(setBand(0, 99, 90), RejectReason.BAND_OUTSIDE_WINDOW);
    accepts(setBand(0, 105, 110));
    accepts(setBand(0, 90, 100));
  }

  @Test
  void aBandCountsFromTheNextCommandOn() {
    card.after(ask(1, 105, 5));
    accepts(setBand(0, 90, 104));
    assertEquals(List.of("accepted 2", "cancelled 2 5 BAND"), card.send(bid(2, 105, 5)));
  }

  // ---- set window

  @Test
  void aMovedWindowLeavesEveryQueueAsItIs() {
    int top = BASE + card.description().levels() - 1;
    card.after(bid(1, 100, 5), bid(2, 90, 6), bid(3, 90, 7), ask(4, top, 8));
    accepts(setWindow(0, 90));
    assertEquals(List.of("accepted 5", "top 5@100 | 9@105"), card.send(ask(5, 105, 9)));
    assertEquals(
        List.of(
            "accepted 6",
            "trade 6x1 5@100",
            "trade 6x2 6@90",
            "trade 6x3 3@90",
            "top 4@90 | 9@105"),
        card.send(ask(6, 90, 14)));
    assertEquals(List.of("accepted 7"), card.send(ask(7, top + 40, 1)));
    card.after(bid(8, 105, 9).account(3));
    assertEquals(
        List.of("cancelled 4 8 REQUESTED", "top 4@90 | 1@" + (top + 40)),
        card.send(cancel(4).account(2)));
  }

  @Test
  void theBestPriceIsFoundAcrossTheTurnOfTheLevels() {
    int levels = card.description().levels();
    card.list(setInstrument(1, levels - 3, levels - 3, levels + 3));
    for (int id = 0; id < 7; id++) {
      card.after(bid(10 + id, levels - 3 + id, 1).instrument(1));
    }
    List<String> sold = card.send(ask(30, levels - 3, 7).instrument(1));
    for (int id = 0; id < 7; id++) {
      assertEquals("trade 30x%d 1@%d".formatted(16 - id, levels + 3 - id), sold.get(1 + id));
    }
    for (int id = 0; id < 7; id++) {
      card.after(ask(10 + id, levels - 3 + id, 1).instrument(1));
    }
    List<String> bought = card.send(bid(30, levels + 3, 7).instrument(1));
    for (int id = 0; id < 7; id++) {
      assertEquals("trade 30x%d 1@%d".formatted(10 + id, levels - 3 + id), bought.get(1 + id));
    }
  }

  @Test
  void refusesAWindowThatWouldLeaveAnOrderOutside() {
    int levels = card.description().levels();
    card.after(bid(1, 70, 5), ask(2, BASE + levels - 10, 5));
    refuses(setWindow(0, 71), RejectReason.ORDERS_OUTSIDE_WINDOW);
    refuses(setWindow(0, BASE - 10), RejectReason.ORDERS_OUTSIDE_WINDOW);
    accepts(setWindow(0, 70));
    accepts(setWindow(0, BASE - 9));
    card.after(cancel(1), bid(3, 70, 5).parked(), bid(4, 100, 1), ask(5, 120, 1));
    accepts(setWindow(0, 71));
    card.after(cancel(2).account(2));
    accepts(setWindow(0, 110 - levels + 11));
  }

  @Test
  void refusesAWindowThatIsInvalidOrLeavesTheBandOutside() {
    int levels = card.description().levels();
    refuses(setWindow(1, 0), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(setWindow(65_535, 0), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(setWindow(0, Integer.MIN_VALUE), RejectReason.WINDOW_INVALID);
    refuses(setWindow(0, Integer.MAX_VALUE - levels + 2), RejectReason.WINDOW_INVALID);
    refuses(setWindow(0, Integer.MAX_VALUE - levels + 1), RejectReason.BAND_OUTSIDE_WINDOW);
    refuses(setWindow(0, 91), RejectReason.BAND_OUTSIDE_WINDOW);
    refuses(setWindow(0, 110 - levels), RejectReason.BAND_OUTSIDE_WINDOW);
    accepts(setWindow(0, 90));
    accepts(setWindow(0, 111 - levels));
    refuses(setWindow(0, 90).flags(1), RejectReason.UNSUPPORTED_FIELD);
  }

  // ---- set account

  @Test
  void refusesAnAccountBeyondTheCapacity() {
    int accounts = card.description().accounts();
    refuses(setAccount(accounts, 0), RejectReason.UNKNOWN_ACCOUNT);
    refuses(setAccount(0xFFFF_FFFFL, 0), RejectReason.UNKNOWN_ACCOUNT);
    refuses(setAccount(1, 0).flags(1), RejectReason.UNSUPPORTED_FIELD);
    accepts(setAccount(accounts - 1, 0xFFFF_FFFFL));
    assertEquals(
        List.of(
            "account 0 group 0",
            "account 1 group 0",
            "account 2 group 0",
            "account 3 group 0",
            "account 4 group 0",
            "account %d group 4294967295".formatted(accounts - 1),
            "done AUDIT 6"),
        card.send(audit(16)));
  }

  // ---- audit

  @ParameterizedTest
  @ValueSource(ints = {8, 32, 31, 0x8000, 0xFFFF})
  void refusesAnAuditOfLinesThatItDoesNotHave(int lines) {
    refuses(audit(lines), RejectReason.UNSUPPORTED_FIELD);
  }
}
