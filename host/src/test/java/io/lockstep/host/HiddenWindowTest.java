package io.lockstep.host;

import static io.lockstep.host.TestVenue.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where the window is, is no business of who trades: the same requests get the same answers and the
 * same trades under a window that moves as under one that stays.
 */
class HiddenWindowTest {
  private static final int MOVES = 12;

  /** So few that the flow has no operator's requests of its own. */
  private static final int REQUESTS_A_MOVE = 150;

  private static final int FIRST_BASE = 1_000;

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void participantsHearTheSameWhereverTheWindowIs(long seed) {
    List<String> staying = heard(seed, false);
    assertTrue(staying.stream().anyMatch(line -> line.contains(" at 49")), "orders far away");
    assertEquals(staying, heard(seed, true), "seed " + seed);
  }

  private static List<String> heard(long seed, boolean moves) {
    try (TestAppliance appliance =
        new TestAppliance(TestAppliance.settings().heartbeatIntervalMs(60_000))) {
      TestClient alice = appliance.alice();
      TestClient bob = appliance.bob();
      TestClient carol = appliance.carol();
      RandomFlow flow = new RandomFlow(seed, appliance, alice, bob, carol);
      Random random = new Random(seed);
      for (int i = 0; i < MOVES; i++) {
        flow.run(REQUESTS_A_MOVE);
        int base = 900 + random.nextInt(200); // the far orders are about 980
        carol.window((moves ? base : FIRST_BASE) * TICK);
      }
      assertEquals(MOVES, carol.heard().stream().filter(line -> line.endsWith(" 0")).count());
      List<String> heard = new ArrayList<>(alice.heard());
      heard.addAll(bob.heard());
      return heard;
    }
  }
}
