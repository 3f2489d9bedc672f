package io.lockstep.sim.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.sim.rtl.Checkout;
import io.lockstep.sim.rtl.RtlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Yosys takes the card in each preset as far as its memories; the whole way, which takes minutes
 * for the card, is gone with one small module.
 */
class SynthesisTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}, margin {1}")
  @CsvSource({"SIM, false", "CARD, false", "LARGEST, false", "CARD, true"})
  void theCardElaboratesAndItsMemoriesStandInTheDocumentation(Preset preset, boolean margin)
      throws IOException {
    MemoryBudget memories = new Synthesis(preset, margin).memories();
    String table = String.join("\n", memories.table());

    String page = Files.readString(Checkout.root().resolve("docs/synthesis.md"));

    assertTrue(
        page.contains(table),
        "docs/synthesis.md differs from ./lockstep synth --memories --preset "
            + preset.label(margin)
            + "\n"
            + table);
  }

  @Test
  void theMemoriesLeaveAThirdOfTheNamedDeviceFree() throws IOException {
    assertTaken(false, 2.0 / 3);
  }

  @Test
  void withMarginTheMemoriesLeaveATenthOfTheNamedDeviceFree() throws IOException {
    assertTaken(true, 0.9);
  }

  private static void assertTaken(boolean margin, double most) throws IOException {
    Resources taken = new Synthesis(Preset.CARD, margin).memories().resources();
    Resources there = Preset.CARD.device().orElseThrow().resources();

    assertTrue(taken.ultraRams() <= most * there.ultraRams(), taken.toString());
    assertTrue(taken.blockRams() <= most * there.blockRams(), taken.toString());
    assertTrue(taken.luts() <= most * there.luts(), taken.toString());
  }

  @Test
  void aModuleIsMappedAndItsLongestPathFound() throws IOException {
    List<String> stages = new ArrayList<>();

    Synthesis.Logic logic =
        new Synthesis("counter_memory", "-set COUNT 32", folder).logic(stages::add);

    assertEquals(3, stages.size(), stages.toString());
    // At least the registers that are written: pending, the last index, the sum's place.
    assertTrue(logic.resources().flipFlops() > 32, logic.toString());
    assertTrue(logic.resources().luts() > 32, logic.toString());
    assertEquals(0, logic.resources().ultraRams() + logic.resources().blockRams());
    LongestPath path = logic.longestPath();
    assertTrue(path.picoseconds() > 500 && path.picoseconds() < 10_000, logic.toString());
    assertTrue(path.lookUpTables() > 0, logic.toString());
    assertTrue(path.from().endsWith("_q") || path.from().equals("a port"), logic.toString());
  }

  @Test
  void aModuleThatIsNotThereIsRefusedWithYosysWords() throws IOException {
    Synthesis synthesis = new Synthesis("no_such_module", "-set COUNT 32", folder);

    RtlException refused = assertThrows(RtlException.class, synthesis::memories);

    assertTrue(refused.getMessage().contains("no_such_module"), refused.getMessage());
    assertTrue(refused.getMessage().contains("memories.log"), refused.getMessage());
  }

  /** Ports, and for ram_1r1w the forwarding beside the words, are told twice. */
  @Test
  void memoriesWithoutAnInsideAreTheRtlsInAllElse() throws IOException {
    for (String cell : List.of("ram_1r1w", "ram_bytes")) {
      assertEquals(part(rtl(cell), "module ", ");"), part(cut(cell), "module ", ");"));
    }
    assertEquals(
        part(rtl("ram_1r1w"), "  // Whether the addresses", "endmodule"),
        part(cut("ram_1r1w"), "  // Whether the addresses", "endmodule"));
  }

  private static String rtl(String cell) throws IOException {
    return Files.readString(Checkout.root().resolve("fpga/rtl/" + cell + ".sv"));
  }

  private static String cut(String cell) throws IOException {
    return Files.readString(Checkout.root().resolve("fpga/synthesis/" + cell + ".sv"));
  }

  private static String part(String text, String first, String last) {
    int begin = text.indexOf(first);
    assertTrue(begin >= 0, first);
    return text.substring(begin, text.indexOf(last, begin));
  }
}
