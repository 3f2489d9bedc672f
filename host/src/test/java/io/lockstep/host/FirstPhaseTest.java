package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The phase that the venue's file gives an instrument to begin in. */
class FirstPhaseTest {
  @Test
  void aCallCollectsOrdersFromTheFirstOneOnForTheOpeningAuction() {
    try (TestAppliance appliance = new TestAppliance(TestVenue.beginningIn(Phase.CALL))) {
      TestClient alice = appliance.alice();
      TestClient bob = appliance.bob();
      bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE - TICK, 3);
      alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
      assertEquals(List.of("ACCEPTED 1 BUY 5 at 7500"), alice.heard());
      appliance.carol().phase(Phase.CONTINUOUS);
      assertEquals(List.of("AUCTION 1 BUY 3 at 7500, open 2"), alice.heard());
    }
  }

  @ParameterizedTest
  @CsvSource({"HALTED, INSTRUMENT_HALTED", "CLOSED, INSTRUMENT_CLOSED"})
  void aHaltAndTheCloseRefuseOrdersUntilTheOperatorOpens(Phase phase, RejectReason reason) {
    try (TestAppliance appliance = new TestAppliance(TestVenue.beginningIn(phase))) {
      TestClient alice = appliance.alice();
      alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
      appliance.carol().phase(Phase.CONTINUOUS);
      alice.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 6);
      assertEquals(List.of("REJECTED 1 " + reason, "ACCEPTED 2 BUY 6 at 7500"), alice.heard());
    }
  }

  @ParameterizedTest
  @CsvSource({"CONTINUOUS, 0", "CALL, 1", "HALTED, 1", "CLOSED, 1"})
  void theOutputTellsAnyFirstPhaseButContinuousTrading(Phase phase, long messages) {
    try (TestAppliance appliance = new TestAppliance(TestVenue.beginningIn(phase))) {
      assertEquals(messages, appliance.appliance.outputHash().messages());
    }
  }
}
