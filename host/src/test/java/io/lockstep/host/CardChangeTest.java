package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.host.FailingCard.Way;
import io.lockstep.host.card.CardCounters;
import io.lockstep.host.card.CardSource;
import io.lockstep.host.settings.Settings;
import io.lockstep.schema.client.ChangeCardEncoder;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TakeSnapshotEncoder;
import io.lockstep.sim.lockstep.CardDifference;
import io.lockstep.sim.lockstep.LockstepCard;
import io.lockstep.sim.lockstep.LockstepSettings;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another card takes over while the appliance runs, because one was lost or an operator says. */
class CardChangeTest {
  private static final String FIRST = "pcie:first";
  private static final String SECOND = "pcie:second";
  private static final int REQUESTS = 400;
  private static final int MANY_EVENTS = 200;

  private final Settings settings =
      TestAppliance.settings().card(FIRST).heartbeatIntervalMs(60_000).conclude();

  @Test
  void anOperatorChangesTheCardAndTheOutputIsAsIfNot() {
    String undisturbed = flow(model(), carol -> {});
    assertEquals(
        undisturbed, flow(model(), carol -> change(carol, SECOND, "DONE pcie:second runs")));
  }

  @Test
  void aCardLoadedAnewGoesOnAndTheOutputIsAsIfNot() {
    String undisturbed = flow(model(), carol -> {});
    assertEquals(undisturbed, flow(model(), carol -> change(carol, FIRST, "DONE pcie:first was")));
  }

  @Test
  void aCardThatHoldsSomethingElseDoesNotRun() {
    stays("forgetful", "FAILED card forgetful: its state hash is ");
  }

  @Test
  void aCardThatIsLostWhileItIsLoadedDoesNotRun() {
    stays("dying", "FAILED card dying: it was lost while it was loaded: planted: REFUSES_EVENTS");
  }

  @Test
  void aCardOfAnotherSizeDoesNotRun() {
    stays("small", "FAILED card small: it holds other than the card that runs: instruments: 8");
  }

  @Test
  void aCardThatIsNotThereDoesNotRun() {
    stays("absent", "FAILED card absent: nobody knows it");
  }

  /** All is as it was: the same card runs, and holds the same. */
  private void stays(String name, String answer) {
    try (TestAppliance appliance = appliance(model())) {
      TestClient carol = appliance.carol();
      new RandomFlow(3, appliance, appliance.alice(), appliance.bob(), carol).run(REQUESTS);
      Card before = appliance.appliance.card();
      long hash = appliance.stateHash();
      change(carol, name, answer);
      assertSame(before, appliance.appliance.card());
      assertEquals(FIRST, appliance.appliance.cardName());
      assertEquals(hash, appliance.stateHash());
    }
  }

  @Test
  void aCardThatFailsWhenItIsLoadedAnewIsReplacedByTheModel() {
    String undisturbed = flow(model(), carol -> {});
    String disturbed =
        flow(
            new ForgetfulCard(model()),
            carol -> change(carol, FIRST, "FAILED card pcie:first: its state hash is "));
    assertEquals(undisturbed, disturbed);
  }

  @Test
  void aLostCardIsReplacedByTheModelAndComesBack() {
    String undisturbed = flow(model(), carol -> {});
    FailingCard lost = new FailingCard(model(), Way.REFUSES_EVENTS, MANY_EVENTS);
    String disturbed =
        flow(lost, carol -> change(carol, SECOND, "DONE pcie:second runs, in place of model;"));
    assertTrue(lost.hasFailed());
    assertEquals(undisturbed, disturbed);
  }

  @Test
  void aCardLostInItsLastAuditIsReplacedByTheModel() {
    String undisturbed = flow(model(), carol -> {});
    FailingCard lost = new FailingCard(model(), Way.REFUSES_EVENTS, Long.MAX_VALUE);
    String disturbed =
        flow(
            lost,
            carol -> {
              lost.failIn(7);
              change(
                  carol,
                  SECOND,
                  "FAILED card pcie:second: the card that runs was lost meanwhile: planted");
            });
    assertTrue(lost.hasFailed());
    assertEquals(undisturbed, disturbed);
  }

  @Test
  void twoCardsInLockstepThatDifferAreReplacedByTheModel(@TempDir Path folder) {
    String undisturbed = flow(model(), carol -> {});
    LockstepCard pair =
        new LockstepCard(
            model(),
            "model",
            new FailingCard(model(), Way.TELLS_FAULT, MANY_EVENTS),
            "other",
            LockstepSettings.defaults().withFolder(folder));
    String disturbed = flow(pair, carol -> change(carol, SECOND, "DONE pcie:second runs, in"));
    assertEquals(undisturbed, disturbed);
    assertEquals(CardDifference.Kind.EVENT, pair.difference().orElseThrow().kind());
    assertTrue(Files.exists(folder.resolve("report.txt")));
  }

  @Test
  void lossesChangesAndTheCardThatRunsAreCounted() {
    FailingCard lost = new FailingCard(model(), Way.TELLS_FAULT, MANY_EVENTS);
    try (TestAppliance appliance = appliance(lost)) {
      assertEquals(List.of(FIRST, "0", "0"), counters(appliance));
      TestClient carol = appliance.carol();
      new RandomFlow(3, appliance, appliance.alice(), appliance.bob(), carol).run(REQUESTS);
      assertEquals(List.of("model", "1", "0"), counters(appliance));
      change(carol, SECOND, "DONE pcie:second runs, in place of model; state hash ");
      assertEquals(List.of(SECOND, "1", "1"), counters(appliance));
      assertNotSame(lost, appliance.appliance.card());
    }
  }

  @Test
  void onlyOperatorsChangeCards() {
    try (TestAppliance appliance = appliance(model())) {
      TestClient alice = appliance.alice();
      alice.changeCard(SECOND);
      alice.takeSnapshot();
      assertEquals(
          List.of(
              "REFUSED 0 OPERATORS_ONLY template " + ChangeCardEncoder.TEMPLATE_ID,
              "REFUSED 0 OPERATORS_ONLY template " + TakeSnapshotEncoder.TEMPLATE_ID),
          alice.heard());
      assertEquals(FIRST, appliance.appliance.cardName());
    }
  }

  @Test
  void requestsForTheMachineAreDoneInTheirOrder() {
    try (TestAppliance appliance = appliance(model())) {
      TestClient carol = appliance.carol();
      carol.settles = false;
      carol.changeCard(SECOND);
      carol.takeSnapshot();
      carol.changeCard(FIRST);
      appliance.settle();
      List<String> heard = carol.heard();
      assertEquals(3, heard.size(), heard::toString);
      assertTrue(
          heard.get(0).contains("pcie:second runs, in place of pcie:first"), heard::toString);
      assertTrue(heard.get(1).startsWith("MACHINE 30 DONE snapshot "), heard::toString);
      assertTrue(
          heard.get(2).contains("pcie:first runs, in place of pcie:second"), heard::toString);
    }
  }

  @Test
  void ordersWaitWhileTheCardChangesAndNoneIsLost() {
    try (TestAppliance appliance = appliance(model())) {
      TestClient alice = appliance.alice();
      TestClient carol = appliance.carol();
      alice.settles = false;
      carol.settles = false;
      carol.changeCard(SECOND);
      for (int i = 0; i < 50; i++) {
        alice.limit(TestVenue.ALICE_ACCOUNT, Side.BUY, TestVenue.MIDDLE, 1);
        appliance.appliance.step();
      }
      appliance.settle();
      assertEquals(SECOND, appliance.appliance.cardName());
      assertEquals(50, appliance.appliance.liveOrders());
    }
  }

  private void change(TestClient carol, String name, String answer) {
    carol.heard();
    carol.changeCard(name);
    List<String> heard = carol.heard();
    boolean expected =
        heard.size() == 1
            && heard.get(0).startsWith("MACHINE " + ChangeCardEncoder.TEMPLATE_ID + " " + answer);
    assertTrue(expected, heard::toString);
  }

  /** Runs a flow with something in the middle of it; answers output hash and state hash. */
  private String flow(Card card, Consumer<TestClient> inTheMiddle) {
    try (TestAppliance appliance = appliance(card)) {
      TestClient carol = appliance.carol();
      RandomFlow flow = new RandomFlow(3, appliance, appliance.alice(), appliance.bob(), carol);
      flow.run(REQUESTS);
      inTheMiddle.accept(carol);
      flow.run(REQUESTS);
      return appliance.appliance.outputHash() + " " + Long.toHexString(appliance.stateHash());
    }
  }

  private TestAppliance appliance(Card card) {
    return new TestAppliance(settings, card, new NamedCards());
  }

  private static Card model() {
    return Cards.open(Cards.MODEL);
  }

  /** Label of the card that runs, cards lost, cards changed. */
  private static List<String> counters(TestAppliance appliance) {
    String[] found = new String[3];
    appliance
        .appliance
        .aeron()
        .countersReader()
        .forEach(
            (id, type, key, label) -> {
              long value = appliance.appliance.aeron().countersReader().getCounterValue(id);
              switch (type) {
                case CardCounters.RUNS_TYPE_ID ->
                    found[0] = label.substring(CardCounters.RUNS_LABEL.length());
                case CardCounters.LOST_TYPE_ID -> found[1] = "" + value;
                case CardCounters.CHANGED_TYPE_ID -> found[2] = "" + value;
                default -> {}
              }
            });
    return List.of(found);
  }

  /** Cards with names that tell what is wrong with them. */
  private static final class NamedCards implements CardSource {
    @Override
    public Card open(String name) {
      return switch (name) {
        case FIRST, SECOND -> model();
        case "forgetful" -> new ForgetfulCard(model());
        case "dying" -> new FailingCard(model(), Way.REFUSES_EVENTS, 5);
        case "small" -> RecordedRun.card();
        default -> throw new IllegalArgumentException("nobody knows it");
      };
    }

    @Override
    public Card spare(CardDescription like) {
      return new ModelCard(Capacities.of(like));
    }
  }
}
