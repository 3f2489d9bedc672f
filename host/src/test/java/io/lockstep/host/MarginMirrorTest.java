package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.driver.StateHash;
import io.lockstep.host.direct.CardLink;
import io.lockstep.host.engine.CardLoader;
import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditPortfolioDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.client.Side;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host knows of margin is what the card has, after drawn flows with moving marks. */
class MarginMirrorTest {
  private static final int REQUESTS = 900;

  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final AuditAccountDecoder account = new AuditAccountDecoder();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aFreshCardHoldsWhatTheOldOneHeld(long seed) {
    try (TestAppliance appliance = new TestAppliance(MarginVenue.RULED)) {
      new MarginFlow(seed, appliance).run(REQUESTS);
      check(appliance);
    }
  }

  @Test
  void anOrderAfterACommitValuesItsAccountAlone() {
    try (TestAppliance appliance = new TestAppliance(MarginVenue.RULED)) {
      TestClient alice = appliance.alice();
      TestClient carol = appliance.carol();
      for (int account : List.of(TestVenue.ALICE_ACCOUNT, TestVenue.ALICE_GROUPED)) {
        carol.moveCash(account, 100_000);
        alice.limit(account, Side.BUY, TestVenue.MIDDLE, 1);
      }
      carol.mark(TestVenue.MIDDLE + 5 * TestVenue.TICK);
      assertEquals(2, stale(appliance));
      alice.limit(TestVenue.ALICE_ACCOUNT, Side.BUY, TestVenue.MIDDLE, 1);
      assertEquals(1, stale(appliance));
      check(appliance);
      appliance.tick(1);
      assertEquals(0, stale(appliance));
      check(appliance);
    }
  }

  private static int stale(TestAppliance appliance) {
    int[] stale = {0};
    AuditPortfolioDecoder portfolio = new AuditPortfolioDecoder();
    appliance.audit(
        (event, offset) -> {
          if (new EventHeaderDecoder().wrap(event, offset).templateId()
              == AuditPortfolioDecoder.TEMPLATE_ID) {
            portfolio.wrap(event, offset, portfolio.sbeBlockLength(), portfolio.sbeSchemaVersion());
            stale[0] += portfolio.older();
          }
        });
    return stale[0];
  }

  /** A fresh card, loaded from what the host knows, holds what the one that runs has. */
  private static void check(TestAppliance appliance) {
    try (Card fresh = Cards.open(CardSetup.of(Cards.MODEL).withMargin(true)).card()) {
      load(appliance.appliance.cardLoader(), fresh);
      StateHash hash = new StateHash();
      TestAppliance.audit(fresh, hash);
      assertEquals(appliance.stateHash(), hash.value());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anAccountsMarginIsTheCards(long seed) {
    try (TestAppliance appliance = new TestAppliance(MarginVenue.RULED)) {
      new MarginFlow(seed, appliance).run(REQUESTS);
      TestClient alice = appliance.alice();
      int compared = 0;
      for (String line : accounts(appliance)) {
        int number = Integer.parseInt(line.substring(0, line.indexOf(':')));
        if (number == TestVenue.ALICE_ACCOUNT || number == TestVenue.ALICE_GROUPED) {
          alice.margin(number);
          String answer = alice.heard().get(0).replaceFirst("equity -?[0-9]+, ", "");
          assertTrue(answer.endsWith(line.substring(line.indexOf(' ') + 1)), answer + " / " + line);
          compared++;
        }
      }
      assertEquals(2, compared);
    }
  }

  private List<String> accounts(TestAppliance appliance) {
    List<String> lines = new ArrayList<>();
    appliance.audit(
        (event, offset) -> {
          if (header.wrap(event, offset).templateId() == AuditAccountDecoder.TEMPLATE_ID) {
            account.wrap(
                event,
                offset,
                AuditAccountDecoder.BLOCK_LENGTH,
                AuditAccountDecoder.SCHEMA_VERSION);
            lines.add(
                String.format(
                    "%d: cash %d, reserve %d, initial %d, maintenance %d",
                    account.account(),
                    account.cash(),
                    account.reserve(),
                    account.initialMargin(),
                    account.maintenanceMargin()));
          }
        });
    return lines;
  }

  private static void load(CardLoader loader, Card card) {
    CardLink link = new CardLink(card);
    loader.load(command -> link.exchange(command, MarginMirrorTest::requireTaken));
  }

  private static void requireTaken(DirectBuffer event, int offset) {
    int template = new EventHeaderDecoder().wrap(event, offset).templateId();
    assertNotEquals(RejectedDecoder.TEMPLATE_ID, template, "every loading command is taken");
  }
}
