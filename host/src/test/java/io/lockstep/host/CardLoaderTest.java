package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE;
import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.StateHash;
import io.lockstep.host.direct.CardLink;
import io.lockstep.host.engine.CardLoader;
import io.lockstep.host.venue.Definitions;
import io.lockstep.host.venue.Venue;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.OrderPlace;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.client.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

/**
 * A card that was reset and loaded from the engine's own state, without a look at the card that
 * ran, holds what that one holds: their state hashes are equal.
 */
class CardLoaderTest {
  private static final int REQUESTS = 1_500;
  private static final int SESSION = 1;

  @Test
  void aFreshCardHoldsWhatTheOldOneHeld() {
    Seen seen = new Seen();
    for (long seed = 21; seed <= 26; seed++) {
      restore(seed, seen);
    }
    assertTrue(
        seen.filled > 0 && seen.grouped > 0 && seen.parked > 0 && seen.behindOthers > 0,
        "the flows leave orders of all sorts");
  }

  private static void restore(long seed, Seen seen) {
    try (TestAppliance appliance =
            new TestAppliance(TestAppliance.settings().heartbeatIntervalMs(60_000));
        Card fresh = Cards.open(Cards.MODEL)) {
      TestClient carol = appliance.carol();
      new RandomFlow(seed, appliance, appliance.alice(), appliance.bob(), carol).run(REQUESTS);
      if (seed % 2 == 0) {
        carol.phase(Phase.CONTINUOUS); // else in whatever phase it is, a call for one
      }
      appliance.audit(new Lines(seen));
      load(appliance.appliance.cardLoader(), fresh);
      assertEquals(appliance.stateHash(), hash(fresh), "seed " + seed);
    }
  }

  @Test
  void anOrderKeepsTheSelfTradeGroupThatItEnteredWith() {
    Card card = Cards.open(Cards.MODEL);
    try (EngineUnderTest engine = new EngineUnderTest(card, 16);
        Card fresh = Cards.open(Cards.MODEL)) {
      engine.begin(ALICE, SESSION);
      engine.offer(ALICE, SESSION, Messages.newOrder(1));
      engine.settle();
      redefine(engine, new Venue.Account(ALICE_ACCOUNT, ALICE, 77));
      engine.offer(ALICE, SESSION, Messages.newOrder(2));
      engine.settle();
      load(engine.engine.loader(), fresh);
      assertEquals(List.of(0L, 77L), groups(card));
      assertEquals(groups(card), groups(fresh));
      assertEquals(hash(card), hash(fresh));
    }
  }

  private static void redefine(EngineUnderTest engine, Venue.Account account) {
    new Definitions(new Venue(List.of(), List.of(), List.of(account)), engine.inputs.requests())
        .offer();
    engine.settle();
  }

  private static void load(CardLoader loader, Card card) {
    CardLink link = new CardLink(card);
    loader.load(command -> link.exchange(command, CardLoaderTest::requireTaken));
  }

  private static void requireTaken(DirectBuffer event, int offset) {
    int template = new EventHeaderDecoder().wrap(event, offset).templateId();
    assertNotEquals(RejectedDecoder.TEMPLATE_ID, template, "every loading command is taken");
  }

  private static long hash(Card card) {
    StateHash hash = new StateHash();
    TestAppliance.audit(card, hash);
    return hash.value();
  }

  /** Of the resting orders, in the order of the audit. */
  private static List<Long> groups(Card card) {
    List<Long> groups = new ArrayList<>();
    TestAppliance.audit(card, new Lines(order -> groups.add(order.selfTradeGroup())));
    return groups;
  }

  /** Reads the order lines of an audit. */
  private record Lines(Consumer<AuditOrderDecoder> orders) implements EventHandler {
    @Override
    public void onEvent(DirectBuffer event, int offset) {
      int template = new EventHeaderDecoder().wrap(event, offset).templateId();
      if (template == AuditOrderDecoder.TEMPLATE_ID) {
        orders.accept(
            new AuditOrderDecoder()
                .wrap(
                    event,
                    offset,
                    AuditOrderDecoder.BLOCK_LENGTH,
                    AuditOrderDecoder.SCHEMA_VERSION));
      }
    }
  }

  /** Counts orders by what makes them hard to restore. */
  private static final class Seen implements Consumer<AuditOrderDecoder> {
    private int filled;
    private int grouped;
    private int parked;
    private int behindOthers;

    @Override
    public void accept(AuditOrderDecoder order) {
      filled += order.filled() > 0 ? 1 : 0;
      grouped += order.selfTradeGroup() != 0 ? 1 : 0;
      parked += order.place() == OrderPlace.PARKED ? 1 : 0;
      behindOthers += order.rank() > 0 ? 1 : 0;
    }
  }
}
