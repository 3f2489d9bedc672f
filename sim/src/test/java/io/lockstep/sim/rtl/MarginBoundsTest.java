package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.driver.Card;
import io.lockstep.driver.MarginWriter;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import java.math.BigInteger;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What definitions may ask for, at and about its bounds, against numbers of any size. */
class MarginBoundsTest {
  private static final int COMMANDS = 4_000;
  private static final long LARGEST_PRODUCT = (1L << 49) - 1;
  private static final long LARGEST_LIMIT = (1L << 28) - 1;
  private static final long LARGEST_LANE = (1L << 27) - 1;
  private static final int LARGEST_RATE = (1 << 17) - 1;
  private static final PackedStruct TERMS = PackedStruct.of("margin_stage_pkg", "terms_t");

  @Rtl(module = "margin_bounds")
  RtlModule dut;

  private final Random random = new Random(1);
  private final UnsafeBuffer raw = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private final MarginWriter writer = new MarginWriter().into(raw, 0);

  @Test
  void anArraysLanesAndMinimumTimesThePositionLimitStayBelowTwoToThe49() {
    for (int i = 0; i < COMMANDS; i++) {
      long limit = drawn(LARGEST_LIMIT);
      int[] lanes = new int[MarginWriter.LANES_A_PART];
      boolean exceeds = false;
      int odd = random.nextInt(lanes.length + 2);
      for (int lane = 0; lane < lanes.length; lane++) {
        long size = lane == odd ? atBound(limit) : Math.min(LARGEST_LANE, fits(limit));
        lanes[lane] = (int) (random.nextBoolean() ? size : -size);
        exceeds |= exceeds(Math.abs((long) lanes[lane]), limit);
      }
      long minimum = odd == lanes.length ? atBound(limit) : Math.min(LARGEST_LANE, fits(limit));
      if (random.nextInt(20) == 0) {
        minimum = 1L << 27 + random.nextInt(37);
      }
      exceeds |= exceeds(minimum, limit);
      writer.stageArray(3, 0, -7, minimum, lanes);
      TERMS.set(dut.port("terms_i"), "position_limit", limit);
      assertEquals(exceeds ? 1 : 0, examine(19), "array " + i);
    }
  }

  @Test
  void aCurvesSlopesTimesThePositionLimitStayBelowTwoToThe49() {
    for (int i = 0; i < COMMANDS; i++) {
      long limit = drawn(LARGEST_LIMIT);
      long[] slopes = new long[4];
      boolean exceeds = false;
      int odd = random.nextInt(slopes.length + 1);
      for (int k = 0; k < slopes.length; k++) {
        slopes[k] = k == odd ? atBound(limit) : Math.min(LARGEST_LANE, fits(limit));
        exceeds |= exceeds(slopes[k], limit);
      }
      writer.sizeCurve(3).slope0(slopes[0]).slope1(slopes[1]).slope2(slopes[2]).slope3(slopes[3]);
      TERMS.set(dut.port("terms_i"), "position_limit", limit);
      assertEquals(exceeds ? 1 : 0, examine(14), "curve " + i);
    }
  }

  @Test
  void aTiersHighestFeeStaysWithinTheWorstFee() {
    for (int i = 0; i < COMMANDS; i++) {
      int[] rates = {rate(), rate(), rate()};
      long highest = Math.max(0, Math.max(rates[0], Math.max(rates[1], rates[2])));
      boolean outside = false;
      for (int rate : rates) {
        outside |= Math.abs((long) rate) > LARGEST_RATE;
      }
      long notional = drawn(LARGEST_PRODUCT);
      BigInteger fee = times(highest, notional).add(BigInteger.valueOf((1 << 24) - 1));
      long charge = fee.shiftRight(24).min(BigInteger.valueOf(LARGEST_PRODUCT)).longValueExact();
      long worst = near(charge, LARGEST_PRODUCT);
      writer.feeRow(3, 0, rates[0], rates[1], rates[2]);
      TERMS.set(dut.port("terms_i"), "notional", notional);
      TERMS.set(dut.port("terms_i"), "worst_fee", worst);
      assertEquals(outside || charge > worst ? 1 : 0, examine(11), "fees " + i);
    }
  }

  @Test
  void anInstrumentsLargestPriceAndWorstFeeTimesThePositionLimitStayBelowTwoToThe49() {
    SetInstrumentEncoder instrument = new SetInstrumentEncoder();
    for (int i = 0; i < COMMANDS; i++) {
      new CommandHeaderEncoder().wrap(raw, 0).templateId(SetInstrumentEncoder.TEMPLATE_ID);
      long price = drawn(Integer.MAX_VALUE);
      long multiplier = drawn((1L << 32) - 1);
      if (random.nextBoolean()) {
        multiplier = Math.max(1, Math.min(multiplier, near(LARGEST_PRODUCT / price, 1L << 32) - 1));
      }
      BigInteger notional = times(price, multiplier);
      long worst = random.nextInt(20) == 0 ? random.nextLong() >>> 1 : drawn(1L << 36);
      BigInteger lot = notional.add(BigInteger.valueOf(worst));
      long largest = BigInteger.valueOf(LARGEST_PRODUCT).divide(lot).longValueExact();
      long limit = random.nextInt(8) == 0 ? drawn(LARGEST_LIMIT) : near(largest, LARGEST_LIMIT);
      limit = Math.max(1, limit);
      instrument.wrap(raw, 0).maxPrice((int) price).multiplier(multiplier);
      instrument.worstFee(worst).positionLimit(limit);
      boolean exceeds = lot.multiply(BigInteger.valueOf(limit)).bitLength() > 49;
      assertEquals(exceeds ? 1 : 0, examine(22), "instrument " + i);
      if (!exceeds) {
        assertEquals(notional.longValueExact(), dut.get("notional_o"), "instrument " + i);
      }
    }
  }

  /** Whether the bounds are exceeded; asks until done, at most so many cycles. */
  private long examine(int cycles) {
    dut.port("raw_i").set(raw, 0);
    dut.set("start_i", 1);
    dut.clock();
    dut.set("start_i", 0);
    assertEquals(cycles, 1 + dut.clockUntil(dut.port("done_o"), 1, cycles));
    long exceeds = dut.get("exceeds_o");
    dut.clock();
    return exceeds;
  }

  private static boolean exceeds(long size, long limit) {
    return size > LARGEST_LANE || times(size, limit).bitLength() > 49;
  }

  private static BigInteger times(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  /** The largest that fits, or one beside it. */
  private long atBound(long limit) {
    return random.nextBoolean()
        ? Math.max(0, LARGEST_LANE - 1 + random.nextInt(3))
        : near(LARGEST_PRODUCT / limit, Integer.MAX_VALUE);
  }

  private long fits(long limit) {
    return drawn(Math.max(1, LARGEST_PRODUCT / limit));
  }

  private int rate() {
    return switch (random.nextInt(40)) {
      case 0 -> random.nextInt();
      case 1 -> LARGEST_RATE + random.nextInt(2);
      case 2 -> -LARGEST_RATE - random.nextInt(2);
      default -> (int) drawn(LARGEST_RATE) * (random.nextInt(3) - 1);
    };
  }

  private long near(long number, long most) {
    return Math.max(0, Math.min(most, number + random.nextInt(3) - 1));
  }

  private long drawn(long most) {
    return random.nextInt(8) == 0 ? most : 1 + (random.nextLong(most) >> random.nextInt(40));
  }
}
