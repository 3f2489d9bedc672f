package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Groups whose portfolios open, close, grow stale and become current, against plain numbers. */
class MarginGroupsTest {
  private static final int GROUPS = 5;
  private static final PackedStruct GROUP = PackedStruct.of("margin_stage_pkg", "group_t");

  @Rtl(module = "margin_groups", parameters = "GROUPS=5")
  RtlModule dut;

  private final Random random = new Random(1);
  private final Plain[] groups = new Plain[GROUPS];

  private static final class Plain {
    long epoch;
    int commits;
    int portfolios;
    int stale;
    final long[] initial = new long[2];
    final long[] maintenance = new long[2];

    int bank() {
      return commits & 1;
    }
  }

  @Test
  void countsWhatEachGroupHasAndWhatOfItIsStale() {
    for (int g = 0; g < GROUPS; g++) {
      groups[g] = new Plain();
    }
    int group = 0;
    for (int i = 0; i < 20_000; i++) {
      Plain plain = groups[group];
      give(plain);
      int next = random.nextInt(3) > 0 ? group : random.nextInt(GROUPS);
      dut.clock();
      quiet();
      assertSaid(plain, "change " + i);
      assertIssued("change " + i);
      // What is changed next was read the cycle before.
      dut.set("group_i", next);
      dut.clock();
      group = next;
      assertSaid(groups[group], "after change " + i);
    }
    dut.reset();
    for (int g = 0; g < GROUPS; g++) {
      groups[g] = new Plain();
      dut.set("group_i", g);
      dut.clock();
      assertSaid(groups[g], "group " + g + " after the reset");
    }
  }

  /** A change of the group that was read, or none. */
  private void give(Plain plain) {
    switch (random.nextInt(5)) {
      case 0 -> {
        int stale = random.nextInt(3) == 0 ? 1 : 0;
        dut.set("add_i", 1);
        dut.set("stale_i", stale);
        plain.portfolios++;
        plain.stale += stale;
      }
      case 1 -> {
        if (plain.portfolios > 0) {
          boolean current = plain.stale < plain.portfolios && random.nextBoolean();
          int stale = plain.stale == 0 || current ? 0 : 1;
          dut.set("remove_i", 1);
          dut.set("stale_i", stale);
          plain.portfolios--;
          plain.stale -= stale;
        }
      }
      case 2 -> {
        if (plain.stale > 0) {
          dut.set("revalued_i", 1);
          plain.stale--;
        }
      }
      case 3 -> {
        if (random.nextInt(4) == 0) {
          commit(plain);
        }
      }
      default -> {}
    }
  }

  private void commit(Plain plain) {
    plain.epoch = random.nextInt() & 0xFFFF_FFFFL;
    plain.commits++;
    plain.initial[plain.bank()] = random.nextInt(1 << 10);
    plain.maintenance[plain.bank()] = random.nextInt(1 << 10);
    plain.stale = plain.portfolios;
    dut.set("commit_i", 1);
    dut.set("epoch_i", plain.epoch);
    dut.set("initial_i", plain.initial[plain.bank()]);
    dut.set("maintenance_i", plain.maintenance[plain.bank()]);
  }

  private void quiet() {
    for (String port : new String[] {"commit_i", "add_i", "remove_i", "revalued_i"}) {
      dut.set(port, 0);
    }
  }

  private void assertSaid(Plain plain, String where) {
    assertEquals(plain.commits > 0 ? 1 : 0, said("committed"), where);
    assertEquals(plain.epoch, said("epoch"), where);
    assertEquals(plain.bank(), said("bank"), where);
    assertEquals(plain.stale, said("stale"), where);
    if (plain.commits > 0) {
      assertEquals(plain.initial[plain.bank()], said("initial_factor"), where);
      assertEquals(plain.maintenance[plain.bank()], said("maintenance_factor"), where);
    }
  }

  /** The factors of an operation, of either bank; and which banks are current. */
  private void assertIssued(String where) {
    int group = random.nextInt(GROUPS);
    int bank = random.nextInt(2);
    dut.set("issue_group_i", group);
    dut.set("issue_bank_i", bank);
    dut.eval();
    if (groups[group].commits > 1 - (bank == groups[group].bank() ? 1 : 0)) {
      assertEquals(groups[group].initial[bank], dut.get("issue_initial_o"), where);
      assertEquals(groups[group].maintenance[bank], dut.get("issue_maintenance_o"), where);
    }
    for (int g = 0; g < GROUPS; g++) {
      assertEquals(groups[g].bank(), dut.port("banks_o").getBits(g, 1), where);
    }
  }

  private long said(String field) {
    return GROUP.get(dut.port("group_o"), field);
  }
}
