package io.lockstep.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels answer alike, and ours allocates nothing. Times are not tested. */
class KernelComparisonTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void allKernelsGiveTheSameTradesCommandByCommand(long seed) {
    KernelComparison comparison = new KernelComparison(seed, 300, 30_000);

    List<KernelResult> results = comparison.measure(0, 1);

    assertEquals(3, results.size());
    assertTrue(comparison.trades() > 4_000, "trades " + comparison.trades());
    assertTrue(comparison.outputs() - comparison.trades() > 8_000, "ended orders");
    results.forEach(result -> assertEquals(30_000, result.nanos().getTotalCount(), result.name()));
  }

  @Test
  void theCardsKernelAllocatesNothingInAMillionCommands() {
    assertEquals(0, new KernelComparison(1, 1_000, 1_000_000).allocatedByTheCard());
  }

  @Test
  void outputsThatDifferAreToldWithTheirCommand() {
    OutputLog one = log(7, 250, 10);
    OutputLog other = log(7, 250, 11);

    one.requireEqual("one", log(7, 250, 10), "its like");
    String told =
        assertThrows(IllegalStateException.class, () -> one.requireEqual("one", other, "the other"))
            .getMessage();

    assertEquals(
        "output 1: one has command 3: trade with 7 at 250, 10 lots,"
            + " the other has command 3: trade with 7 at 250, 11 lots",
        told);
  }

  @Test
  void anOutputTooFewIsADifference() {
    OutputLog one = log(7, 250, 10);
    OutputLog more = log(7, 250, 10);
    more.ended(4, 5);

    String told =
        assertThrows(IllegalStateException.class, () -> one.requireEqual("one", more, "more"))
            .getMessage();

    assertEquals("output 2: one has none, more has command 4: 5 lots ended", told);
  }

  private static OutputLog log(long maker, long price, long lots) {
    OutputLog log = new OutputLog(8);
    log.ended(2, 100);
    log.trade(3, maker, price, lots);
    return log;
  }
}
