package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lockstep.host.settings.Settings;
import io.lockstep.host.venue.VenueException;
import io.lockstep.schema.client.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which venue goes with which card. */
class MarginVenueTest {
  @Test
  void aVenueWithRiskGroupsNeedsACardWithMargin() {
    Settings settings = TestAppliance.settings().conclude();
    String message =
        assertThrows(
                VenueException.class,
                () ->
                    new TestAppliance(settings, MarginVenue.MARGINED, Cards.open(Cards.MODEL))
                        .close())
            .getMessage();
    assertEquals("the venue has risk groups: it needs a card with margin", message);
  }

  @Test
  void aVenueWithoutRiskGroupsNeedsACardWithoutMargin() {
    Settings settings = TestAppliance.settings().conclude();
    CardSetup margined = CardSetup.of(Cards.MODEL).withMargin(true);
    String message =
        assertThrows(
                VenueException.class,
                () ->
                    new TestAppliance(settings, TestVenue.VENUE, Cards.open(margined).card())
                        .close())
            .getMessage();
    assertEquals("the venue has no risk groups: it needs a card without margin", message);
  }

  @Test
  void aVenueWithoutRiskGroupsHasNoMarginToAskFor() {
    try (TestAppliance appliance = new TestAppliance()) {
      TestClient carol = appliance.carol();
      TestClient alice = appliance.alice();
      carol.mark(MIDDLE);
      carol.moveCash(ALICE_ACCOUNT, 1);
      alice.whatIf(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
      alice.margin(ALICE_ACCOUNT);
      carol.smile(500_000);
      carol.feeTier(ALICE_ACCOUNT, 1);
      assertEquals(
          List.of(
              "DONE 1 template 24 NO_MARGIN_HERE",
              "DONE 2 template 26 NO_MARGIN_HERE",
              "DONE 3 template 32 NO_MARGIN_HERE",
              "DONE 4 template 29 NO_MARGIN_HERE"),
          carol.heard());
      String none = " NULL_VAL: cash 0, equity 0, reserve 0, initial 0, maintenance 0";
      assertEquals(
          List.of("MARGIN 1 NO_MARGIN_HERE" + none, "MARGIN 2 NO_MARGIN_HERE" + none),
          alice.heard());
      alice.whatIf(ALICE_ACCOUNT, 1, 1);
      alice.followGreeks(ALICE_ACCOUNT, 1);
      appliance.tick(1);
      assertEquals(
          List.of("MARGIN 3 NO_MARGIN_HERE" + none, "DONE 4 template 18 NO_MARGIN_HERE"),
          alice.heard());
    }
  }
}
