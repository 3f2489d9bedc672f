package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.massCancel;
import static io.lockstep.sim.model.TestDefinitions.setInstrument;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.MassCancelEncoder;
import io.lockstep.schema.card.RejectReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mass cancel: which orders it ends, and in which order it tells them. */
abstract class MassCancelRules extends CardRules {
  @Test
  void withoutOrdersItAnswersDone() {
    assertEquals(List.of("done MASS_CANCEL"), card.send(massCancel()));
  }

  @Test
  void itGoesByInstrumentThenBidsDownThenAsksUpThenPriorityThenParked() {
    card.list(setInstrument(2, 50, 90, 110));
    card.after(ask(31, 100, 1).slot(31).parked(), bid(1, 100, 5).instrument(2));
    card.after(bid(2, 99, 5), bid(3, 100, 5), bid(4, 99, 5), ask(5, 102, 5), ask(6, 101, 5));
    card.after(bid(30, 100, 2).slot(30).instrument(2).parked());
    assertEquals(
        List.of(
            "cancelled 3 5 MASS_CANCEL",
            "cancelled 2 5 MASS_CANCEL",
            "cancelled 4 5 MASS_CANCEL",
            "cancelled 6 5 MASS_CANCEL",
            "cancelled 5 5 MASS_CANCEL",
            "top - | -",
            "cancelled 1 5 MASS_CANCEL",
            "top - | -",
            "cancelled 30 2 MASS_CANCEL",
            "cancelled 31 1 MASS_CANCEL",
            "done MASS_CANCEL 8"),
        card.send(massCancel()));
  }

  @Test
  void itEndsOnlyTheOrdersOfAGivenAccount() {
    card.after(bid(1, 100, 5), bid(2, 100, 6).account(3), bid(3, 100, 7), bid(4, 99, 1).account(3));
    card.after(bid(5, 98, 2).account(3).parked(), bid(6, 98, 2).parked());
    assertEquals(
        List.of(
            "cancelled 2 6 MASS_CANCEL",
            "cancelled 4 1 MASS_CANCEL",
            "top 12@100 | -",
            "cancelled 5 2 MASS_CANCEL",
            "done MASS_CANCEL 3"),
        card.send(massCancel().account(3)));
    assertEquals("trade 7x1 5@100", card.send(ask(7, 100, 12)).get(1));
  }

  @Test
  void itEndsOnlyTheOrdersOfAGivenSession() {
    card.after(bid(1, 100, 5).session(8), bid(2, 100, 6), ask(3, 101, 1).session(8));
    assertEquals(
        List.of(
            "cancelled 1 5 MASS_CANCEL",
            "cancelled 3 1 MASS_CANCEL",
            "top 6@100 | -",
            "done MASS_CANCEL 2"),
        card.send(massCancel().session(8)));
  }

  @Test
  void itEndsOnlyTheOrdersOfAGivenInstrument() {
    card.list(setInstrument(1, 50, 90, 110));
    card.after(bid(1, 100, 5), bid(2, 100, 6).instrument(1), bid(3, 100, 7).instrument(1).parked());
    card.after(bid(4, 100, 7).parked());
    assertEquals(
        List.of(
            "cancelled 2 6 MASS_CANCEL",
            "top - | -",
            "cancelled 3 7 MASS_CANCEL",
            "done MASS_CANCEL 2"),
        card.send(massCancel().instrument(1)));
  }

  @Test
  void everyGivenFieldMustFit() {
    card.list(setInstrument(1, 50, 90, 110));
    card.after(bid(1, 100, 1).session(8), bid(2, 100, 2).session(8).account(3));
    card.after(bid(3, 100, 3).account(3), bid(4, 100, 4).session(8).account(3).instrument(1));
    assertEquals(
        List.of("cancelled 2 2 MASS_CANCEL", "top 4@100 | -", "done MASS_CANCEL 1"),
        card.send(massCancel().session(8).account(3).instrument(0)));
  }

  @Test
  void whereTheTopOfBookStaysNoneIsTold() {
    card.after(bid(1, 100, 5), bid(2, 99, 5).account(3));
    assertEquals(
        List.of("cancelled 2 5 MASS_CANCEL", "done MASS_CANCEL 1"),
        card.send(massCancel().account(3)));
  }

  @Test
  void itTellsWhatIsStillOpen() {
    card.after(bid(1, 100, 5), ask(2, 100, 2));
    assertEquals("cancelled 1 3 MASS_CANCEL", card.send(massCancel()).get(0));
  }

  @Test
  void theSlotsOfEndedOrdersAreFree() {
    card.after(bid(1, 100, 5), bid(2, 100, 5).parked(), massCancel());
    assertEquals("accepted 3", card.send(bid(3, 100, 5).slot(1)).get(0));
    assertEquals("accepted 4", card.send(bid(4, 100, 5).slot(2)).get(0));
  }

  @Test
  void refusesAnInstrumentOrAnAccountThatIsGivenAndNotKnown() {
    refuses(massCancel().instrument(1), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(massCancel().instrument(65_534), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(massCancel().account(9), RejectReason.UNKNOWN_ACCOUNT);
    refuses(massCancel().account(0xFFFF_FFFEL), RejectReason.UNKNOWN_ACCOUNT);
    refuses(massCancel().account(9).instrument(1), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(massCancel().flags(Flags.PARKED), RejectReason.UNSUPPORTED_FIELD);
    assertEquals(0xFFFF_FFFFL, MassCancelEncoder.accountNullValue());
  }
}
