package io.lockstep.sim.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.rtl.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The presets are the same wherever they are told. */
class PresetTest {
  private static final Pattern PARAMETER =
      Pattern.compile("parameter int unsigned (\\w+) = (.*?),?\\n");

  @Test
  void simIsWhatTheRtlIsWithoutParameters() throws IOException {
    Capacities sim = Preset.SIM.capacities(false);
    List<String> defaults = new ArrayList<>();
    Matcher parameter =
        PARAMETER.matcher(Files.readString(Checkout.root().resolve("fpga/rtl/lockstep_card.sv")));
    while (parameter.find()) {
      defaults.add(parameter.group(1) + " " + parameter.group(2));
    }

    assertEquals(
        List.of(
            "INSTRUMENTS " + sim.instruments(),
            "LEVELS " + sim.levels(),
            "ORDERS " + sim.orderSlots(),
            "LIVE_ORDERS ORDERS - " + (sim.orderSlots() - sim.liveOrders()),
            "ACCOUNTS " + sim.accounts(),
            "PORTFOLIOS 0",
            "POSITIONS " + sim.positions(),
            "SCENARIOS 0",
            "GROUPS 0",
            "WINDOW_SLOTS " + sim.windowSlots()),
        defaults.subList(0, 10));
  }

  @ParameterizedTest(name = "{0}, margin {1}")
  @CsvSource({
    "SIM, false",
    "CARD, false",
    "LARGEST, false",
    "SIM, true",
    "CARD, true",
    "LARGEST, true"
  })
  void standsInTheCardsPage(Preset preset, boolean margin) throws IOException {
    Capacities holds = preset.capacities(margin);
    String row =
        "| `%s`%s | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %d | %d | %,d |"
            .formatted(
                preset.label(false),
                margin ? " with margin" : "",
                holds.instruments(),
                holds.levels(),
                holds.orderSlots(),
                holds.liveOrders(),
                holds.accounts(),
                holds.portfolios(),
                holds.positions(),
                holds.scenarios(),
                holds.groups(),
                holds.windowSlots());

    String page = Files.readString(Checkout.root().resolve("docs/card.md"));

    assertTrue(page.contains(row), row);
  }
}
