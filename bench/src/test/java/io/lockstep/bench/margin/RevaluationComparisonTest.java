package io.lockstep.bench.margin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.scenarios.ScenarioSet;
import io.lockstep.sim.model.ModelCard;
import io.lockstep.sim.rtl.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Host, plain loop and the card's model value alike. Times are not tested. */
class RevaluationComparisonTest {
  private static final int LANE_MAX = (1 << 27) - 1;
  private static final int LOTS_MAX = (1 << 28) - 1;

  @ParameterizedTest
  @CsvSource({"span16,20", "grid31,20", "tims10,7", "grid31,1", "span16,64"})
  void hostAndPlainLoopGetWhatTheCardsModelGets(String scenarios, int positions) {
    RevaluationComparison comparison = new RevaluationComparison(7, 300, positions, scenarios);

    assertEquals(2, comparison.measure(1, 2).size());
    assertNotEquals(
        new RevaluationComparison(8, 300, positions, scenarios).checksum(), comparison.checksum());
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 31, 32})
  void theLargestLotsAndLanesDoNotOverflow(int scenarios) {
    PositionSet set = extreme(scenarios);
    Revaluation host = new HostRevaluation(set);
    Revaluation plain = new NativeRevaluation(NativeRevaluation.compile(), set);

    host.run();
    plain.run();

    assertArrayEquals(oneByOne(set), host.worst());
    assertArrayEquals(oneByOne(set), plain.worst());
  }

  @Test
  void theModelGetsWhatOneReckonsByHand() {
    int[] arrays = new int[PositionSet.INSTRUMENTS * PositionSet.STRIDE];
    arrays[PositionSet.STRIDE] = 5;
    arrays[PositionSet.STRIDE + 15] = -3;
    arrays[2 * PositionSet.STRIDE + 15] = 2;
    int[] marks = new int[PositionSet.INSTRUMENTS];
    PositionSet set =
        new PositionSet(2, 2, 16, arrays, marks, new int[] {1, 2, 1, 2}, new int[] {10, 4, 3, 9});

    try (ModelCard card = new ModelCard(CardRevaluation.room(set))) {
      assertArrayEquals(new long[] {-22, 0}, new CardRevaluation(card, set).run(set));
    }
  }

  /** Whatever the scenarios: the lanes work side by side. */
  @Test
  void theVerilatedCardGetsTheSameInEqualCyclesForEachSetOfScenarios() {
    try (VerilatedRevaluation card = new VerilatedRevaluation(7, 100, 20, accounts -> {})) {
      long cycles = new RevaluationComparison(7, 100, 20, "span16").cardCycles(card);

      assertEquals(cycles, new RevaluationComparison(7, 100, 20, "grid31").cardCycles(card));
      assertEquals(cycles, new RevaluationComparison(7, 100, 20, "span16").cardCycles(card));
      assertTrue(cycles >= 100 * 20, () -> cycles + " cycles");
    }
  }

  @Test
  void aDifferenceIsToldWithItsAccount() {
    String told =
        assertThrows(
                IllegalStateException.class,
                () ->
                    RevaluationComparison.requireEqual(
                        "the host", new long[] {-1, -2}, new long[] {-1, -3}))
            .getMessage();

    assertEquals("account 1: the card's model has -2, the host has -3", told);
  }

  @Test
  void thePageShowsThePlainLoopAsItIs() throws IOException {
    try (InputStream loop = NativeRevaluation.class.getResourceAsStream("plain_loop.cpp")) {
      String source = new String(loop.readAllBytes(), StandardCharsets.UTF_8);
      String page = Files.readString(Checkout.root().resolve("docs/margin-speed.md"));
      assertTrue(page.contains("```cpp\n" + source + "```\n"), "docs/margin-speed.md");
    }
  }

  private static PositionSet extreme(int scenarios) {
    Random random = new Random(scenarios);
    PositionSet usual = PositionSet.random(1, 50, 20, ScenarioSet.named("span16"));
    int[] arrays = new int[usual.arrays().length];
    for (int i = 0; i < arrays.length; i++) {
      boolean isLane = i % PositionSet.STRIDE < scenarios;
      arrays[i] = isLane ? random.nextBoolean() ? LANE_MAX : -LANE_MAX : 0;
    }
    int[] lots =
        Arrays.stream(usual.lots())
            .map(any -> random.nextBoolean() ? LOTS_MAX : -LOTS_MAX)
            .toArray();
    return new PositionSet(50, 20, scenarios, arrays, usual.marks(), usual.instruments(), lots);
  }

  private static long[] oneByOne(PositionSet set) {
    long[] worst = new long[set.accounts()];
    for (int account = 0; account < worst.length; account++) {
      for (int scenario = 0; scenario < set.scenarios(); scenario++) {
        long profit = 0;
        for (int p = account * set.positions(); p < (account + 1) * set.positions(); p++) {
          int lane = set.arrays()[set.instruments()[p] * PositionSet.STRIDE + scenario];
          profit = Math.addExact(profit, Math.multiplyExact((long) set.lots()[p], (long) lane));
        }
        worst[account] = Math.min(worst[account], profit);
      }
    }
    return worst;
  }
}
