package io.lockstep.host.surface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A smile from its first report to its last, second by second. */
class VolatilitySmileTest {
  private static final long SECOND = 1_000_000_000L;

  /** Steps of a tenth a second; stale after ten; widened by a fifth every five after that. */
  private static final SmileSettings SETTINGS =
      new SmileSettings(
          List.of(-0.2, 0.0, 0.2), 0.05, 5, 0.1, SECOND, 10 * SECOND, 5 * SECOND, 0.2, 0.5, 0.15);

  private final VolatilitySmile smile = new VolatilitySmile(SETTINGS);
  private long nowNs = 1_000 * SECOND;

  @Test
  void isEmptyUntilAReportComesWhichIsTakenAsItIs() {
    assertEquals(SmileStatus.EMPTY, smile.status(nowNs));
    assertEquals(0, smile.volatility(0));
    assertFalse(smile.advance(nowNs + 1_000 * SECOND));
    assertEquals(0, smile.widening());

    assertEquals(ReportResult.TAKEN, report(0.9, 0.5, 0.7));

    assertEquals(SmileStatus.FRESH, smile.status(nowNs));
    assertEquals(0.5, smile.volatility(0));
  }

  @Test
  void isLinearBetweenPointsAndFlatBeyond() {
    report(0.9, 0.5, 0.7);

    assertEquals(0.9, smile.volatility(-5));
    assertEquals(0.9, smile.volatility(-0.2));
    assertEquals(0.7, smile.volatility(-0.1), 1e-15);
    assertEquals(0.55, smile.volatility(0.05), 1e-15);
    assertEquals(0.7, smile.volatility(0.2));
    assertEquals(0.7, smile.volatility(5));
  }

  @Test
  void movesTowardsLaterReportsByBoundedSteps() {
    report(0.5, 0.5, 0.5);
    assertTrue(passSeconds(1, 0.5, 0.5, 2) > 0);

    assertEquals(0.5, smile.volatility(0), 1e-15);
    assertEquals(0.55, smile.volatility(0.2), 1e-15);
    passSeconds(1);
    assertEquals(0.605, smile.volatility(0.2), 1e-15);
    passSeconds(30, 0.5, 0.5, 2);
    assertEquals(2, smile.volatility(0.2));
    assertFalse(smile.advance(nowNs + SECOND), "there at last");
  }

  @Test
  void manyReportsMoveItNoFasterThanOne() {
    report(0.5, 0.5, 0.5);
    for (int i = 0; i < 100; i++) {
      nowNs += SECOND / 100;
      report(2, 2, 2);
      smile.advance(nowNs);
    }
    assertEquals(0.55, smile.volatility(0), 1e-15);
  }

  @Test
  void anOlderOrWrongReportChangesNothing() {
    report(0.5, 0.5, 0.5);
    long[] before = state(smile);

    assertEquals(ReportResult.OLDER, smile.report(nowNs - 1, new double[] {0.6, 0.6, 0.6}));
    assertEquals(ReportResult.OUT_OF_BOUNDS, report(0.6, 0.04, 0.6));
    assertEquals(ReportResult.OUT_OF_BOUNDS, report(0.6, 0.6, 5.1));
    assertEquals(ReportResult.OUT_OF_BOUNDS, report(Double.NaN, 0.6, 0.6));
    assertThrows(
        IllegalArgumentException.class, () -> smile.report(nowNs, new double[] {0.5, 0.5}));
    assertArrayEquals(before, state(smile));
  }

  @Test
  void whenReportsStayAwayTheLastGoodOneIsHeldAndThenWidened() {
    report(0.5, 0.5, 0.5);

    passSeconds(10);
    assertEquals(SmileStatus.FRESH, smile.status(nowNs));
    passSeconds(1);
    assertEquals(SmileStatus.HELD, smile.status(nowNs));
    passSeconds(3);
    assertEquals(0, smile.widening());
    passSeconds(1);
    assertEquals(SmileStatus.WIDENED, smile.status(nowNs));
    assertEquals(0.2, smile.widening());
    passSeconds(5);
    assertEquals(0.4, smile.widening());
    passSeconds(500);
    assertEquals(0.5, smile.widening(), "at most");
    assertEquals(0.5, smile.volatility(0), "as it was");
  }

  @Test
  void afterANewReportItNarrowsByStepsAndIsFresh() {
    report(0.5, 0.5, 0.5);
    passSeconds(100);
    assertEquals(0.5, smile.widening());

    passSeconds(1, 0.5, 0.5, 0.5);
    assertEquals(0.4, smile.widening());
    assertEquals(SmileStatus.WIDENED, smile.status(nowNs));
    passSeconds(1);
    assertEquals(0.2, smile.widening());
    passSeconds(1);
    assertEquals(0, smile.widening());
    assertEquals(SmileStatus.FRESH, smile.status(nowNs));
  }

  @Test
  void aLateTickWidensAsFarAsTheTimeSays() {
    report(0.5, 0.5, 0.5);

    assertTrue(smile.advance(nowNs + 1_000 * SECOND));
    assertEquals(0.5, smile.widening());
  }

  @Test
  void whatTheBookImpliesCountsOnlyBetweenBounds() {
    report(0.5, 0.5, 0.5);

    assertEquals(0.52, smile.counted(0, 0.52));
    assertEquals(0.575, smile.counted(0, 3), 1e-15);
    assertEquals(0.425, smile.counted(0, 0.01), 1e-15);
    assertEquals(0.5, smile.counted(0, Double.NaN), "no bid or no ask");
  }

  @Property(tries = 200)
  void noPointEverMovesFurtherThanAStepASecondAndASnapshotGoesOnTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    VolatilitySmile smile = new VolatilitySmile(SETTINGS);
    VolatilitySmile restored = new VolatilitySmile(SETTINGS);
    smile.report(nowNs, new double[] {0.5, 0.5, 0.5});
    restored.report(nowNs, new double[] {0.5, 0.5, 0.5});
    double least = 0.5;
    double most = 0.5;
    long fromNs = nowNs;
    for (int i = 0; i < 300; i++) {
      nowNs += (long) (random.nextDouble() * (random.nextInt(20) == 0 ? 30 : 2) * SECOND);
      if (random.nextInt(3) == 0) {
        double[] to = random.doubles(3, 0.02, 5.2).toArray();
        assertEquals(smile.report(nowNs, to), restored.report(nowNs, to));
      }
      assertEquals(smile.advance(nowNs), restored.advance(nowNs));
      if (nowNs - fromNs > 5 * SECOND) {
        least = most = smile.volatility(0);
        fromNs = nowNs;
      }
      long steps = (nowNs - fromNs) / SECOND + 1;
      assertTrue(smile.volatility(0) <= most * StrictMath.pow(1.1, steps) + 1e-12);
      assertTrue(smile.volatility(0) >= least * StrictMath.pow(0.9, steps) - 1e-12);
      if (random.nextInt(10) == 0) {
        restored = new VolatilitySmile(SETTINGS);
        restored.load(state(smile), 0);
      }
    }
    assertArrayEquals(state(smile), state(restored));
  }

  @Test
  void allocatesNothing() {
    double[] report = {0.5, 0.6, 0.7};
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 10 && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 10_000; i++) {
        nowNs += SECOND;
        smile.report(nowNs, report);
        smile.advance(nowNs);
        report[i % 3] = smile.counted(0.1, 0.3 + i % 7 * 0.1);
      }
      least = StrictMath.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }

  private ReportResult report(double... volatilities) {
    return smile.report(nowNs, volatilities);
  }

  /** Lets seconds pass, each with a tick and, if there is one, the report. Answers the changes. */
  private int passSeconds(int seconds, double... report) {
    int changes = 0;
    for (int i = 0; i < seconds; i++) {
      nowNs += SECOND;
      if (report.length > 0) {
        report(report);
      }
      changes += smile.advance(nowNs) ? 1 : 0;
    }
    return changes;
  }

  private static long[] state(VolatilitySmile smile) {
    long[] state = new long[smile.stateLongs()];
    smile.save(state, 0);
    return state;
  }
}
