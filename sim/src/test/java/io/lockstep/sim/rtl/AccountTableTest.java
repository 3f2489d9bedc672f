package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The account table against arrays; a write is of the account read before, as the kernel does it.
 */
class AccountTableTest {
  private static final int ACCOUNTS = 16;

  @Rtl(module = "account_table", parameters = "ACCOUNTS=16")
  RtlModule dut;

  @BeforeEach
  void clear() {
    dut.set("clear_i", 1);
    for (int account = 0; account < ACCOUNTS; account++) {
      dut.set("clear_account_i", account);
      dut.clock();
    }
    dut.set("clear_i", 0);
  }

  @Test
  void keepsTheGroupOfEachAccountAndCountsThoseKnown() {
    Random random = new Random(1);
    boolean[] known = new boolean[ACCOUNTS];
    long[] group = new long[ACCOUNTS];
    int count = 0;
    int account = 0;
    read(account);
    for (int cycle = 0; cycle < 5_000; cycle++) {
      boolean write = random.nextInt(4) == 0;
      if (write) {
        count += known[account] ? 0 : 1;
        known[account] = true;
        group[account] = random.nextInt() & 0xFFFF_FFFFL;
        dut.set("write_account_i", account);
        dut.set("group_i", group[account]);
      }
      dut.set("write_i", write ? 1 : 0);
      account = random.nextInt(ACCOUNTS);
      read(account);
      assertEquals(known[account] ? 1 : 0, dut.get("known_o"), "cycle " + cycle);
      if (known[account]) {
        assertEquals(group[account], dut.get("group_o"), "cycle " + cycle);
      }
      assertEquals(count, dut.get("count_o"), "cycle " + cycle);
    }
  }

  @Test
  void anAccountBeyondTheTableIsNotKnown() {
    read(1);
    dut.set("write_account_i", 1);
    dut.set("write_i", 1);
    dut.clock();
    dut.set("write_i", 0);
    for (long account : new long[] {1, ACCOUNTS + 1, 1L << 20 | 1, 1L << 31 | 1}) {
      read(account);
      assertEquals(account == 1 ? 1 : 0, dut.get("known_o"), "account " + account);
    }
  }

  private void read(long account) {
    dut.set("read_i", 1);
    dut.set("account_i", account);
    dut.clock();
  }
}
