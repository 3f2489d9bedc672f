package io.lockstep.sim.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.sim.fuzz.FuzzProgress;
import io.lockstep.sim.fuzz.FuzzResult;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import io.lockstep.sim.fuzz.FuzzRunner;
import io.lockstep.sim.fuzz.FuzzSettings;
import io.lockstep.sim.fuzz.FuzzText;
import io.lockstep.sim.verilated.VerilatedCard;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The RTL and the model agree on random and hostile commands. */
@Timeout(300)
class VerilatedLockstepTest {
  @TempDir private Path temporary;

  @Test
  void agreesWithTheModelOverAHundredThousandCommands() {
    assertAgrees(FuzzSettings.of(1, 100_000), VerilatedCard.open());
  }

  @Test
  void agreesWithTheModelWithOneCommandInFlight() {
    assertAgrees(FuzzSettings.of(2, 20_000).withInFlight(1), VerilatedCard.open());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void agreesWithTheModelWithAFullWindowAndATinyRing(int ringSlots) {
    VerilatedCard tiny = VerilatedCard.builder().ringSlots(ringSlots).open();
    assertAgrees(FuzzSettings.of(3, 20_000).withInFlight(256), tiny);
  }

  private void assertAgrees(FuzzSettings settings, VerilatedCard verilated) {
    LockstepSettings left =
        LockstepSettings.defaults()
            .withFolder(temporary.resolve("difference"))
            .withRepeat(settings.commandLine("lockstep"));
    try (LockstepCard card = LockstepCards.open(verilated, left)) {
      FuzzResult result = new FuzzRunner(card, settings, FuzzProgress.NONE).run();
      List<String> said = FuzzText.of(result, "lockstep");
      assertEquals(Outcome.COMPLETED, result.outcome(), said.toString());
      assertTrue(result.stateHash() != 0);
    }
  }
}
