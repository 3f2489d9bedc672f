package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * One update against plain numbers: positions of either sign up to the bound, trades that reduce,
 * even and turn them, and room that passes below zero within a command.
 */
class PositionChangeTest {
  private static final long BOUND = (1L << 28) - 1;
  private static final PackedStruct POSITION = PackedStruct.of("position_t");

  @Rtl(module = "position_change")
  RtlModule dut;

  @Test
  void aTradeMovesThePositionAndRoomIsWhatIsLeftOfTheBound() {
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      long pos = lots(random) * (random.nextBoolean() ? 1 : -1);
      long bids = Math.min(lots(random), BOUND - Math.abs(pos));
      long asks = Math.min(lots(random), BOUND - Math.abs(pos) - bids);
      boolean sell = random.nextBoolean();
      long near = Math.abs(pos) + random.nextInt(3) - 1;
      long traded = random.nextInt(3) == 0 ? near : lots(random);
      long after = pos + (sell ? -traded : traded);
      if (traded < 0 || traded > BOUND || Math.abs(after) > BOUND) {
        continue;
      }
      long own = sell ? asks : bids;
      long opened = random.nextBoolean() ? -Math.min(own, traded) : lots(random) - own;
      expect(pos, bids, asks, sell, traded, opened, "update " + i);
    }
  }

  @Test
  void thePositionEndsAtZeroWithoutASide() {
    expect(BOUND, 0, 0, true, BOUND, 0, "long");
    expect(-BOUND, 0, 0, false, BOUND, 0, "short");
    expect(1, 0, 1, true, 1, -1, "by one's ask");
    expect(0, 0, 0, true, 0, 0, "none");
  }

  private static long lots(Random random) {
    return random.nextInt(8) == 0 ? BOUND : random.nextLong(BOUND + 1) >> random.nextInt(29);
  }

  private void expect(
      long pos, long bids, long asks, boolean sell, long traded, long opened, String where) {
    RtlPort position = dut.port("position_i");
    POSITION.set(position, "open", 1);
    POSITION.set(position, "account", 0xFFFFE);
    POSITION.set(position, "instrument", 255);
    POSITION.set(position, "is_short", pos < 0 ? 1 : 0);
    POSITION.set(position, "size", Math.abs(pos));
    POSITION.set(position, "bids", bids);
    POSITION.set(position, "asks", asks);
    POSITION.set(position, "room", BOUND - Math.abs(pos) - bids - asks);
    dut.set("sell_i", sell ? 1 : 0);
    dut.set("against_i", sell == pos < 0 ? 0 : 1);
    dut.set("traded_i", traded);
    dut.set("opened_i", opened & BOUND);
    dut.set("building_i", traded + opened & BOUND);
    dut.set("reducing_i", opened - traded & BOUND);
    dut.eval();
    long after = pos + (sell ? -traded : traded);
    long bidsAfter = sell ? bids : bids + opened;
    long asksAfter = sell ? asks + opened : asks;
    RtlPort changed = dut.port("position_o");
    assertEquals(Math.abs(after), POSITION.get(changed, "size"), where);
    assertEquals(after < 0 ? 1 : 0, POSITION.get(changed, "is_short"), where);
    assertEquals(bidsAfter & BOUND, POSITION.get(changed, "bids"), where);
    assertEquals(asksAfter & BOUND, POSITION.get(changed, "asks"), where);
    long room = BOUND - Math.abs(after) - bidsAfter - asksAfter;
    assertEquals(room & BOUND, POSITION.get(changed, "room"), where);
    assertEquals(1, POSITION.get(changed, "open"), where);
    assertEquals(0xFFFFE, POSITION.get(changed, "account"), where);
    assertEquals(255, POSITION.get(changed, "instrument"), where);
  }
}
