package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The margin pipe against figures worked out anew from all positions after each operation: an
 * operation a cycle, most of them of one portfolio or account, with lots, rates and money up to
 * their bounds.
 */
class MarginPipeTest {
  private static final int INSTRUMENTS = 4;
  private static final PackedStruct OPERATION = PackedStruct.of("margin_pkg", "operation_t");
  private static final PackedStruct HOLDING = PackedStruct.of("margin_pkg", "holding_t");
  private static final PackedStruct MONEY = PackedStruct.of("margin_pkg", "money_t");
  private static final PackedStruct STAGED = PackedStruct.of("margin_pkg", "staged_t");
  private static final PackedStruct RESULT = PackedStruct.of("margin_pkg", "result_t");
  private static final int HOLDING_AT = 3;
  private static final int MONEY_AT = 11;
  private static final int RESULT_AT = 17;

  private final List<MarginFlow.Step> given = new ArrayList<>();
  private RtlModule dut;
  private MarginFlow flow;
  private int scenarios;

  @Test
  void everyOperationSeesAllBeforeIt(
      @Rtl(
              module = "margin_pipe",
              parameters = {"PORTFOLIOS=8", "INSTRUMENTS=4", "ACCOUNTS=4"})
          RtlModule module) {
    dut = module;
    scenarios = 32;
    for (int seed = 0; seed < 12; seed++) {
      run(seed, 2_000);
    }
  }

  @Test
  void sixteenScenariosGiveTheSame(
      @Rtl(
              module = "margin_pipe",
              parameters = {"PORTFOLIOS=8", "INSTRUMENTS=4", "ACCOUNTS=4", "SCENARIOS=16"})
          RtlModule module) {
    dut = module;
    scenarios = 16;
    for (int seed = 100; seed < 103; seed++) {
      run(seed, 2_000);
    }
  }

  private void run(int seed, int operations) {
    Random random = new Random(seed);
    flow = new MarginFlow(random, scenarios);
    for (int instrument = 0; instrument < INSTRUMENTS; instrument++) {
      stage(instrument, 0);
      stage(instrument, 1);
    }
    given.clear();
    int idle = random.nextInt(3);
    int after = 0;
    for (int cycle = 0; after <= RESULT_AT; cycle++) {
      boolean over = cycle >= operations && flow.isBetween();
      after += over ? 1 : 0;
      given.add(over || random.nextInt(4) < idle ? null : flow.next());
      present("op_i", OPERATION, 0, MarginFlow.Step::operation);
      present("holding_i", HOLDING, HOLDING_AT, MarginFlow.Step::holding);
      present("money_i", MONEY, MONEY_AT, MarginFlow.Step::money);
      check("seed " + seed + " cycle " + cycle);
      dut.clock();
    }
  }

  private void present(
      String port,
      PackedStruct struct,
      int after,
      Function<MarginFlow.Step, Map<String, Long>> part) {
    int at = given.size() - 1 - after;
    MarginFlow.Step step = at < 0 ? null : given.get(at);
    if (after == 0) {
      struct.set(dut.port(port), "valid", step == null ? 0 : 1);
    }
    if (step != null) {
      part.apply(step).forEach((field, value) -> struct.set(dut.port(port), field, value));
    }
  }

  private void check(String where) {
    dut.eval();
    MarginFlow.Step last = given.size() < 2 ? null : given.get(given.size() - 2);
    if (last != null) {
      assertEquals(flow.mark(last) & 0xFFFF_FFFFL, dut.get("mark_o"), where + " mark");
    }
    int at = given.size() - 1 - RESULT_AT;
    MarginFlow.Step step = at < 0 ? null : given.get(at);
    RtlPort port = dut.port("result_o");
    assertEquals(step == null ? 0 : 1, RESULT.get(port, "valid"), where);
    if (step != null) {
      step.result()
          .forEach(
              (field, value) -> {
                int bits = field.endsWith("margin") ? 60 : field.matches("value|.*_[01]") ? 57 : 64;
                long mask = -1L >>> 64 - bits;
                assertEquals(
                    value & mask,
                    RESULT.get(port, field),
                    () -> where + " " + field + " of " + step.operation());
              });
    }
  }

  private void stage(int instrument, int bank) {
    MarginBooks.Terms terms = flow.drawTerms(instrument, bank);
    STAGED.set(dut.port("staged_i"), "instrument", instrument);
    STAGED.set(dut.port("staged_i"), "bank", bank);
    STAGED.set(dut.port("staged_i"), "mark", terms.mark & 0xFFFF_FFFFL);
    STAGED.set(dut.port("staged_i"), "multiplier", terms.multiplier);
    STAGED.set(dut.port("staged_i"), "minimum", terms.minimum);
    for (int part = 0; part < scenarios / 8; part++) {
      STAGED.set(dut.port("staged_i"), "part", part);
      for (int lane = 0; lane < 8; lane++) {
        STAGED.set(
            dut.port("staged_i"),
            "rates",
            28 * lane,
            28,
            terms.rates[8 * part + lane] & 0xFFF_FFFFL);
      }
      stage("array");
    }
    for (int i = 0; i < 4; i++) {
      STAGED.set(dut.port("staged_i"), "slope_" + i, terms.slopes[i]);
    }
    for (int i = 0; i < 3; i++) {
      STAGED.set(dut.port("staged_i"), "bound_" + (i + 1), terms.bounds[i]);
    }
    stage("curve");
  }

  private void stage(String what) {
    STAGED.set(dut.port("staged_i"), what, 1);
    dut.clock();
    STAGED.set(dut.port("staged_i"), what, 0);
    int busy = 0;
    while (dut.get("busy_o") == 1) {
      busy++;
      assertEquals(true, busy <= 24, "busy with " + what);
      dut.clock();
    }
  }
}
