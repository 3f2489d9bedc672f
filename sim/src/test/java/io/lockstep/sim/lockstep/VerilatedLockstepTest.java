package io.lockstep.sim.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.sim.fuzz.FuzzProgress;
import io.lockstep.sim.fuzz.FuzzResult;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import io.lockstep.sim.fuzz.FuzzRunner;
import io.lockstep.sim.fuzz.FuzzSettings;
import io.lockstep.sim.fuzz.FuzzText;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.verilated.VerilatedCard;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The RTL and the model agree on random and hostile commands. With {@code -Dlockstep.long=true} the
 * runs with margin are of 16 scenarios, and a hundred times as long.
 */
@Timeout(600)
class VerilatedLockstepTest {
  private static final boolean LONG = Boolean.getBoolean("lockstep.long");

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

  @ParameterizedTest
  @CsvSource({"1, 5000, 64, 32768", "2, 2000, 1, 32768", "3, 2000, 128, 4"})
  void agreesWithTheModelWithMargin(long seed, long commands, int inFlight, int ringSlots) {
    Capacities usual = Capacities.FUZZ_MARGIN;
    Capacities size = LONG ? usual.withMargin(usual.portfolios(), 16, usual.groups()) : usual;
    VerilatedCard margined =
        VerilatedCard.builder().parameters(size.rtlParameters()).ringSlots(ringSlots).open();
    FuzzSettings settings = FuzzSettings.of(seed, LONG ? 100 * commands : commands);
    assertAgrees(settings.withInFlight(inFlight), margined);
  }

  private void assertAgrees(FuzzSettings settings, VerilatedCard verilated) {
    Capacities size = Capacities.of(verilated.description());
    LockstepSettings left =
        LockstepSettings.defaults()
            .withFolder(temporary.resolve("difference"))
            .withRepeat(settings.commandLine("lockstep", size.hasMargin()));
    try (LockstepCard card = LockstepCards.open(verilated, size, left)) {
      FuzzResult result = new FuzzRunner(card, settings, FuzzProgress.NONE).run();
      List<String> said = FuzzText.of(result, "lockstep");
      assertEquals(Outcome.COMPLETED, result.outcome(), said.toString());
      assertTrue(result.stateHash() != 0);
    }
  }
}
