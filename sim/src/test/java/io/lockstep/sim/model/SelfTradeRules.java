package io.lockstep.sim.model;

import static io.lockstep.schema.card.SelfTradePrevention.CANCEL_BOTH;
import static io.lockstep.schema.card.SelfTradePrevention.CANCEL_INCOMING;
import static io.lockstep.schema.card.SelfTradePrevention.CANCEL_RESTING;
import static io.lockstep.sim.model.TestCommand.ask;
import static io.lockstep.sim.model.TestCommand.bid;
import static io.lockstep.sim.model.TestCommand.replace;
import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestDefinitions.setAccount;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SelfTradePrevention;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders of one owner never trade with each other: accounts 1 and 3 are of group 7. */
abstract class SelfTradeRules extends CardRules {
  @Override
  void prepare() {
    super.prepare();
    card.accept(setAccount(1, 7)).accept(setAccount(3, 7));
  }

  @Test
  void cancelIncomingEndsWhatIsLeftOfTheIncomingOrder() {
    card.after(ask(1, 100, 2), ask(2, 101, 5).account(3), ask(3, 102, 5));
    assertEquals(
        List.of("accepted 4", "trade 4x1 2@100", "cancelled 4 7 SELF_TRADE", "top - | 5@101"),
        card.send(bid(4, 102, 9).prevention(CANCEL_INCOMING)));
  }

  @Test
  void cancelRestingEndsTheMakerAndMatchingGoesOn() {
    card.after(
        ask(1, 100, 2), ask(2, 101, 5).account(3), ask(3, 101, 5).account(1), ask(4, 102, 5));
    assertEquals(
        List.of(
            "accepted 5",
            "trade 5x1 2@100",
            "cancelled 2 5 SELF_TRADE",
            "cancelled 3 5 SELF_TRADE",
            "trade 5x4 5@102",
            "top 2@102 | -"),
        card.send(bid(5, 102, 9).prevention(CANCEL_RESTING)));
  }

  @Test
  void cancelBothEndsFirstTheMakerThenTheIncomingOrder() {
    card.after(ask(1, 100, 2).account(3), ask(2, 101, 5));
    assertEquals(
        List.of(
            "accepted 3", "cancelled 1 2 SELF_TRADE", "cancelled 3 9 SELF_TRADE", "top - | 5@101"),
        card.send(bid(3, 102, 9).prevention(CANCEL_BOTH)));
  }

  @ParameterizedTest
  @EnumSource(names = "NULL_VAL", mode = EnumSource.Mode.EXCLUDE)
  void anAccountWithoutAGroupAlwaysCancelsItsIncomingOrder(SelfTradePrevention mode) {
    card.after(ask(1, 100, 5));
    assertEquals(
        List.of("accepted 2", "cancelled 2 5 SELF_TRADE"),
        card.send(bid(2, 100, 5).account(2).prevention(mode)));
  }

  @Test
  void accountsOfDifferentGroupsTrade() {
    card.accept(setAccount(2, 8));
    card.after(ask(1, 100, 5));
    assertEquals(List.of("accepted 2", "trade 2x1 5@100", "top - | -"), card.send(bid(2, 100, 5)));
  }

  @Test
  void accountsWithoutAGroupTrade() {
    card.after(ask(1, 100, 5));
    assertEquals(
        List.of("accepted 2", "trade 2x1 5@100", "top - | -"),
        card.send(bid(2, 100, 5).account(4)));
  }

  @Test
  void groupsAreToldApartInAllTheirBits() {
    card.accept(setAccount(1, 0x8000_0000L)).accept(setAccount(3, 0xC000_0000L));
    card.accept(setAccount(2, 0xC000_0000L));
    card.after(ask(1, 100, 5));
    assertEquals(
        List.of("accepted 2", "cancelled 2 5 SELF_TRADE"), card.send(bid(2, 100, 5).account(3)));
    assertEquals(List.of("accepted 3", "trade 3x1 5@100", "top - | -"), card.send(bid(3, 100, 5)));
  }

  @Test
  void anOrderKeepsTheGroupThatItsAccountHadWhenItEntered() {
    card.after(ask(1, 100, 5).account(3));
    card.accept(setAccount(3, 0));
    assertEquals(
        List.of("order 1 of 3 instrument 0 SELL 5@100 filled 0 rank 0 group 7", "done AUDIT 1"),
        card.send(audit(2)));
    assertEquals(List.of("accepted 2", "cancelled 2 5 SELF_TRADE"), card.send(bid(2, 100, 5)));
  }

  @Test
  void ordersOfOneAccountAreOfOneOwnerWhateverTheirGroups() {
    card.after(ask(1, 100, 5).account(1));
    card.accept(setAccount(1, 9));
    assertEquals(
        List.of("accepted 2", "cancelled 1 5 SELF_TRADE", "top 5@100 | -"),
        card.send(bid(2, 100, 5).prevention(CANCEL_RESTING)));
  }

  @Test
  void anImmediateOrCancelThatMetItsOwnerIsCancelledForThat() {
    card.after(ask(1, 100, 5).account(3));
    assertEquals(
        List.of("accepted 2", "cancelled 2 5 SELF_TRADE"),
        card.send(bid(2, 100, 5).immediateOrCancel()));
  }

  @Test
  void anOwnOrderOutOfReachIsLeftAlone() {
    card.after(ask(1, 101, 5).account(3), ask(2, 111, 5).account(3));
    assertEquals(
        List.of("accepted 3", "top 5@100 | 5@101"),
        card.send(bid(3, 100, 5).prevention(CANCEL_RESTING)));
    assertEquals(
        List.of(
            "accepted 4", "cancelled 1 5 SELF_TRADE", "cancelled 4 5 BAND", "top 5@100 | 5@111"),
        card.send(bid(4, 111, 5).prevention(CANCEL_RESTING)));
  }

  @Test
  void anOwnOrderBehindTheLastFillIsLeftAlone() {
    card.after(ask(1, 100, 5), ask(2, 100, 5).account(3));
    assertEquals(
        List.of("accepted 3", "trade 3x1 5@100", "top - | 5@100"),
        card.send(bid(3, 100, 5).prevention(CANCEL_BOTH)));
  }

  // ---- fill or kill

  @Test
  void aFillOrKillPassesOverOwnOrdersInTheModeCancelResting() {
    card.after(ask(1, 100, 5).account(3), ask(2, 101, 5), ask(3, 101, 2).account(3));
    refuses(bid(4, 101, 6).fillOrKill().prevention(CANCEL_RESTING), RejectReason.UNFILLABLE);
    assertEquals(
        List.of("accepted 4", "cancelled 1 5 SELF_TRADE", "trade 4x2 5@101", "top - | 2@101"),
        card.send(bid(4, 101, 5).fillOrKill().prevention(CANCEL_RESTING)));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCEL_INCOMING", "CANCEL_BOTH"})
  void aFillOrKillThatWouldMeetItsOwnerIsRefusedInTheOtherModes(SelfTradePrevention mode) {
    card.after(ask(1, 100, 5), ask(2, 101, 5).account(3), ask(3, 102, 5));
    refuses(bid(4, 102, 6).fillOrKill().prevention(mode), RejectReason.WOULD_SELF_TRADE);
    refuses(bid(4, 102, 50).fillOrKill().prevention(mode), RejectReason.WOULD_SELF_TRADE);
    assertEquals(
        List.of("accepted 4", "trade 4x1 5@100", "top - | 5@101"),
        card.send(bid(4, 102, 5).fillOrKill().prevention(mode)));
  }

  @Test
  void aFillOrKillOfAnAccountWithoutAGroupIsRefusedInEveryMode() {
    card.after(ask(1, 100, 5));
    refuses(
        bid(2, 100, 5).account(2).fillOrKill().prevention(CANCEL_RESTING),
        RejectReason.WOULD_SELF_TRADE);
  }

  // ---- replace

  @Test
  void aReplaceMatchesInTheModeThatItNames() {
    card.after(ask(1, 101, 5).account(3), bid(2, 100, 5));
    assertEquals(
        List.of("replaced 2 5@101 LOST", "cancelled 1 5 SELF_TRADE", "top 5@101 | -"),
        card.send(replace(2, 101, 5).prevention(CANCEL_RESTING)));
    card.after(ask(3, 102, 5).account(3));
    assertEquals(
        List.of("replaced 2 5@102 LOST", "cancelled 2 5 SELF_TRADE", "top - | 5@102"),
        card.send(replace(2, 102, 5).prevention(CANCEL_INCOMING)));
  }

  @Test
  void aReplacedOrderKeepsItsGroup() {
    card.after(bid(1, 100, 5), ask(2, 101, 5).account(3));
    card.accept(setAccount(1, 0));
    assertEquals(
        List.of("replaced 1 5@101 LOST", "cancelled 2 5 SELF_TRADE", "top 5@101 | -"),
        card.send(replace(1, 101, 5).prevention(CANCEL_RESTING)));
  }
}
