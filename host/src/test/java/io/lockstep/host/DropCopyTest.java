package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE_ACCOUNT;
import static io.lockstep.host.TestVenue.ALICE_GROUPED;
import static io.lockstep.host.TestVenue.BOB_ACCOUNT;
import static io.lockstep.host.TestVenue.MIDDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.Side;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A drop copy hears what all sessions of its participant are told in private, and says nothing. */
class DropCopyTest {
  private TestAppliance appliance;
  private TestClient copy;
  private TestClient first;
  private TestClient second;
  private TestClient bob;

  @BeforeEach
  void start() {
    appliance = new TestAppliance();
    copy = appliance.connect(appliance.aliceOptions().dropCopy()).withTopOfBook();
    first = appliance.alice();
    second = appliance.alice();
    bob = appliance.bob();
  }

  @AfterEach
  void end() {
    appliance.close();
  }

  @Test
  void itHearsOfAllSessionsOfItsParticipantAndOfNobodyElse() {
    first.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    second.limit(ALICE_GROUPED, Side.BUY, MIDDLE, 5);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 12);
    second.massCancel().session(second.client.session());
    second.send();
    assertEquals(
        List.of(
            "ACCEPTED 1 BUY 10 at 7500",
            "ACCEPTED 1 BUY 5 at 7500",
            "MAKER 1 BUY 10 at 7500, open 0",
            "MAKER 1 BUY 2 at 7500, open 3",
            "CANCELLED 1 BUY 3 at 7500 MASS_CANCEL",
            "DONE 2 template 13 1"),
        copy.heard());
  }

  @Test
  void itHearsOfSessionsThatAreGone() {
    first.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    first.close();
    copy.heard();
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 4);
    assertEquals(List.of("MAKER 1 BUY 4 at 7500, open 6"), copy.heard());
  }

  @Test
  void itIsSentWhatItMissedWhenItResumes() {
    first.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    appliance.lose(copy);
    second.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 5);
    bob.limit(BOB_ACCOUNT, Side.SELL, MIDDLE, 12);
    TestClient again = appliance.resume(copy);
    appliance.settle();
    assertEquals(
        List.of(
            "ACCEPTED 1 BUY 5 at 7500",
            "MAKER 1 BUY 10 at 7500, open 0",
            "MAKER 1 BUY 2 at 7500, open 3"),
        again.heard());
  }

  @Test
  void itHearsNothingOfTheTimeBeforeItsFirstLogon() {
    first.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    TestClient late = appliance.connect(appliance.aliceOptions().dropCopy());
    appliance.settle();
    assertEquals(List.of(), late.heard());
  }

  @Test
  void itSendsNoRequests() {
    long log = appliance.appliance.logSequence();
    copy.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 10);
    copy.cancel(ALICE_ACCOUNT, 1);
    assertEquals(
        List.of("REFUSED 1 DROP_COPY_ONLY template 10", "REFUSED 2 DROP_COPY_ONLY template 11"),
        copy.heard());
    assertEquals(2, appliance.appliance.refusals().get(RejectReason.DROP_COPY_ONLY));
    assertEquals(log, appliance.appliance.logSequence());
  }

  @Test
  void aDropCopyThatIsSlowNowAndThenHoldsNobodyUpAndMissesNothing() {
    appliance.forget(copy);
    for (int round = 1; round <= 4; round++) { // each in another term of the recording
      for (int i = 0; i < 400; i++) { // more than its publication takes
        first.limit(ALICE_ACCOUNT, Side.BUY, MIDDLE, 1);
      }
      assertEquals(400, first.heard().size());
      while (copy.poll() > 0) {
        appliance.settle();
      }
      List<String> heard = copy.heard();
      assertEquals(400, heard.size());
      assertEquals("ACCEPTED " + 400 * round + " BUY 1 at 7500", heard.get(399));
      assertNull(appliance.endOf(copy));
    }
    copy.client.close();
  }
}
