package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE;
import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BAND_HIGH;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.INSTRUMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lockstep.host.client.ClientListener;
import io.lockstep.host.client.LogonRefusedException;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.StopScope;
import io.lockstep.schema.client.SwitchPosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an appliance tells of itself, and that orders are no news. */
class ApplianceNewsTest {
  @TempDir Path folder;

  @Test
  void ordersAreNoNews() {
    try (TestAppliance appliance = new TestAppliance()) {
      assertEquals(List.of("started from nothing"), appliance.news());
      TestClient alice = appliance.alice();
      alice.limit(ALICE_ACCOUNT, Side.BUY, 5_000, 1);
      alice.limit(ALICE_ACCOUNT, Side.BUY, 5_001, 1);
      assertEquals(List.of(), appliance.news());
    }
  }

  @Test
  void aRefusedLogonIsToldOnceAndWhy() {
    try (TestAppliance appliance = new TestAppliance()) {
      appliance.news();
      assertThrows(LogonRefusedException.class, () -> appliance.connect(ALICE, "other-key"));
      assertEquals(List.of("refused " + ALICE + " WRONG_KEY"), appliance.news());
    }
  }

  @Test
  void whatOperatorsAskForIsToldAndWhatOthersAskForIsNot() {
    try (TestAppliance appliance = new TestAppliance()) {
      TestClient carol = appliance.carol();
      appliance.news();
      carol.phase(Phase.HALTED);
      carol.killSwitch(StopScope.PARTICIPANT, ALICE, SwitchPosition.STOPPED);
      appliance.alice().phase(Phase.HALTED);
      assertEquals(
          List.of(
              TestVenue.CAROL + " set_phase instrument " + INSTRUMENT + " HALTED",
              TestVenue.CAROL + " set_kill_switch PARTICIPANT " + ALICE + " STOPPED"),
          appliance.news());
    }
  }

  @Test
  void aBreakerThatHaltsIsToldOnce() {
    try (TestAppliance appliance = new TestAppliance(TestVenue.withBreaker(1_000, 1_000))) {
      appliance.news();
      appliance.bob().limit(BOB_ACCOUNT, Side.SELL, BAND_HIGH, 2);
      appliance.alice().limit(ALICE_ACCOUNT, Side.BUY, BAND_HIGH, 1);
      assertEquals(List.of("breaker " + INSTRUMENT), appliance.news());
    }
  }

  @Test
  void aSnapshotIsToldOnceItsFileIsThereAndAStartFromIt() {
    try (TestAppliance appliance = new TestAppliance(RestartTest.settings(folder))) {
      appliance.news();
      appliance.appliance.takeSnapshot();
      assertEquals(List.of("snapshot true true"), appliance.news());
    }
    try (TestAppliance appliance = new TestAppliance(RestartTest.settings(folder))) {
      assertEquals(List.of("started from snapshot"), appliance.news());
    }
  }

  @Test
  void aClientIsToldWhyItsSessionEnded() {
    try (TestAppliance appliance = new TestAppliance()) {
      TestClient alice = appliance.alice();
      appliance.lose(alice);
      List<EndReason> ends = new ArrayList<>();
      ClientListener listener =
          new ClientListener() {
            @Override
            public void onLogout(EndReason reason) {
              ends.add(reason);
            }
          };
      while (alice.client.poll(listener, 10) > 0) {
        assertEquals(alice.client.endReason(), ends.isEmpty() ? null : ends.get(0));
      }
      assertEquals(List.of(EndReason.SILENT), ends);
    }
  }
}
