package io.lockstep.host.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distribution against 50 digits, worked out from its series and its continued fraction. */
class NormalDistributionTest {
  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal PI =
      new BigDecimal("3.14159265358979323846264338327950288419716939937510582");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int FRACTIONS = 400;

  @Property(tries = 3_000)
  void isExactToOneInTenToTheFifteen(@ForAll @Scale(15) @DoubleRange(min = -9, max = 9) double x) {
    assertEquals(0, difference(x).doubleValue(), 3e-16);
  }

  @Property(tries = 1_000)
  void keepsItsDigitsInTheLowerTail(@ForAll @Scale(15) @DoubleRange(min = -37, max = 0) double x) {
    double relative = difference(x).divide(exact(x), DIGITS).doubleValue();
    assertEquals(0, relative, 1.5e-15);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0.6629126073623883, 0.6629126073623884, 5.65685424949238, 5.6568542494924})
  void isExactWhereTheFormulasMeet(double x) {
    assertEquals(0, difference(x).doubleValue(), 3e-16);
    assertEquals(0, difference(-x).doubleValue(), 3e-16);
  }

  @Test
  void goesFromNothingToCertainty() {
    assertEquals(0, NormalDistribution.cumulative(Double.NEGATIVE_INFINITY));
    assertEquals(0, NormalDistribution.cumulative(-40));
    assertTrue(NormalDistribution.cumulative(-38) > 0);
    assertEquals(0.5, NormalDistribution.cumulative(0));
    assertEquals(0.5, NormalDistribution.cumulative(-0.0));
    assertEquals(1, NormalDistribution.cumulative(9));
    assertEquals(1, NormalDistribution.cumulative(Double.POSITIVE_INFINITY));
    assertEquals(0, NormalDistribution.density(Double.NEGATIVE_INFINITY));
    assertEquals(1 / StrictMath.sqrt(2 * StrictMath.PI), NormalDistribution.density(0), 1e-16);
  }

  @Property(tries = 2_000)
  void neverFallsAndIsSymmetric(
      @ForAll @Scale(15) @DoubleRange(min = -40, max = 40) double x,
      @ForAll @Scale(15) @DoubleRange(min = 1e-9, max = 1) double step) {
    double here = NormalDistribution.cumulative(x);
    assertTrue(NormalDistribution.cumulative(x + step) >= here);
    assertEquals(1, here + NormalDistribution.cumulative(-x), 3e-16);
  }

  private static BigDecimal difference(double x) {
    return exact(x).subtract(new BigDecimal(NormalDistribution.cumulative(x)));
  }

  private static BigDecimal exact(double x) {
    BigDecimal z = new BigDecimal(StrictMath.abs(x));
    BigDecimal tail = z.doubleValue() < 4 ? tailBySeries(z) : tailByFraction(z);
    return x < 0 ? tail : BigDecimal.ONE.subtract(tail);
  }

  /** ½ − φ(z)·(z + z³/3 + z⁵/15 + …). */
  private static BigDecimal tailBySeries(BigDecimal z) {
    BigDecimal square = z.multiply(z, DIGITS);
    BigDecimal term = z;
    BigDecimal sum = z;
    for (int odd = 3; term.compareTo(new BigDecimal("1e-60")) > 0; odd += 2) {
      term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(odd), DIGITS);
      sum = sum.add(term);
    }
    return new BigDecimal("0.5").subtract(sum.multiply(density(z), DIGITS));
  }

  /** φ(z)/(z + 1/(z + 2/(z + 3/…))), Laplace's fraction. */
  private static BigDecimal tailByFraction(BigDecimal z) {
    BigDecimal fraction = z;
    for (int i = FRACTIONS; i > 0; i--) {
      fraction = z.add(BigDecimal.valueOf(i).divide(fraction, DIGITS));
    }
    return density(z).divide(fraction, DIGITS);
  }

  private static BigDecimal density(BigDecimal z) {
    BigDecimal power = z.multiply(z, DIGITS).divide(TWO, DIGITS);
    return BigDecimal.ONE.divide(
        exponential(power).multiply(PI.multiply(TWO).sqrt(DIGITS), DIGITS), DIGITS);
  }

  /** e^x by its series at x/1024, then squared ten times, with digits to spare. */
  private static BigDecimal exponential(BigDecimal x) {
    MathContext more = new MathContext(DIGITS.getPrecision() + 15);
    BigDecimal part = x.divide(BigDecimal.valueOf(1024), more);
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int i = 1; i < 80; i++) {
      term = term.multiply(part, more).divide(BigDecimal.valueOf(i), more);
      sum = sum.add(term, more);
    }
    return sum.pow(1024, more);
  }
}
