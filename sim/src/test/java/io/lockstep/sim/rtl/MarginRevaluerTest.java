package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks of stale portfolios, cycle by cycle, over lists drawn at random. */
class MarginRevaluerTest {
  private static final int PORTFOLIOS = 32;
  private static final int GROUPS = 40;
  private static final int WALKS = 400;
  private static final long NO_PORTFOLIO = 0xFFFFF;
  private static final PackedStruct RECORDS = PackedStruct.of("margin_stage_pkg", "records_t");
  private static final PackedStruct REACH = PackedStruct.of("margin_stage_pkg", "reach_t");
  private static final PackedStruct REQUEST = PackedStruct.of("margin_stage_pkg", "request_t");
  private static final PackedStruct WRITE = PackedStruct.of("margin_stage_pkg", "record_write_t");

  @Rtl(module = "margin_revaluer")
  RtlModule dut;

  private final Random random = new Random(1);

  private record Portfolio(boolean open, int account, int group, List<Integer> positions) {}

  /** What is asked for, and when: of a position, to clear, of an account's status. */
  private record Asked(long cycle, int portfolio, int position, boolean clear, boolean judge) {
    Asked after(int cycles) {
      return new Asked(cycle + cycles, portfolio, position, clear, judge);
    }
  }

  private final Portfolio[] portfolios = new Portfolio[PORTFOLIOS];
  private final int[] nextPortfolio = new int[PORTFOLIOS];
  private final int[] nextPosition = new int[1 << 20];
  private final long[] has = new long[PORTFOLIOS];
  private final long[] bank = new long[PORTFOLIOS];
  private final int[] first = new int[PORTFOLIOS];
  private long banks;
  private long cycle;
  private List<Asked> asked;

  @BeforeEach
  void draw() {
    int position = 0;
    for (int slot = 0; slot < PORTFOLIOS; slot++) {
      List<Integer> positions = new ArrayList<>();
      for (int n = random.nextInt(5); n > 0; n--) {
        positions.add(position++);
      }
      portfolios[slot] = new Portfolio(random.nextInt(6) > 0, 0, 0, positions);
      for (int i = 0; i < positions.size(); i++) {
        nextPosition[positions.get(i)] = i + 1 < positions.size() ? positions.get(i + 1) : -1;
      }
    }
  }

  @Test
  void anAccountsStalePortfoliosTakeTheirPositionsAndThreeCyclesEach() {
    for (int walk = 0; walk < WALKS; walk++) {
      List<Integer> list = linkOneAccount();
      List<Asked> expected = new ArrayList<>();
      long at = 0;
      long left = has[0] & (bank[0] ^ banks);
      int stale = Long.bitCount(left);
      for (int slot : list) {
        Portfolio portfolio = portfolios[slot];
        if (left == 0) {
          break;
        }
        if ((left >> portfolio.group() & 1) == 0) {
          at += 2;
          continue;
        }
        left &= ~(1L << portfolio.group());
        List<Integer> positions = portfolio.positions();
        if (positions.isEmpty()) {
          expected.add(new Asked(at + 2, slot, -1, true, false));
          at += 4;
        }
        for (int i = 0; i < positions.size(); i++) {
          expected.add(new Asked(at + 2 + i, slot, positions.get(i), i == 0, false));
        }
        at += positions.isEmpty() ? 0 : positions.size() + 3;
      }
      if (stale > 0) {
        expected.add(new Asked(at, -1, -1, false, true));
      }
      boolean atHand = random.nextBoolean();
      dut.set("at_hand_i", atHand ? 1 : 0);
      int later = atHand ? 0 : 1;
      begin(atHand ? 0 : 7);
      while (dut.get("busy_o") == 1) {
        step();
      }
      expected.replaceAll(one -> one.after(later));
      assertEquals(expected, asked, "walk " + walk);
      assertEquals((stale > 0 ? at + 1 : 1) + later, cycle, "walk " + walk);
      assertEquals(stale, dut.get("count_o"), "walk " + walk);
      assertEquals(has[0] & banks, has[0] & bank[0], "walk " + walk);
    }
  }

  @Test
  void aSweepRevaluesTheRunsStalePortfoliosAndWaitsBehindEach() {
    for (int walk = 0; walk < WALKS; walk++) {
      for (int slot = 0; slot < PORTFOLIOS; slot++) {
        int group = random.nextInt(GROUPS);
        Portfolio portfolio = portfolios[slot];
        portfolios[slot] = new Portfolio(portfolio.open(), slot, group, portfolio.positions());
        has[slot] = 1L << group | random.nextLong() & random.nextLong();
        bank[slot] = random.nextLong();
      }
      banks = random.nextLong();
      int from = random.nextInt(PORTFOLIOS);
      int count = random.nextInt(PORTFOLIOS - from + 1);
      List<Integer> expected = new ArrayList<>();
      for (int slot = from; slot < from + count; slot++) {
        Portfolio portfolio = portfolios[slot];
        if (portfolio.open() && ((bank[slot] ^ banks) >> portfolio.group() & 1) == 1) {
          expected.add(slot);
        }
      }
      dut.set("sweep_i", 1);
      dut.set("first_i", from);
      dut.set("slots_i", count);
      begin(7);
      List<Integer> judged = new ArrayList<>();
      while (dut.get("busy_o") == 1) {
        boolean judge = dut.get("judge_o") == 1;
        boolean answers = judge && random.nextInt(3) == 0;
        dut.set("judged_i", answers ? 1 : 0);
        if (answers) {
          judged.add((int) dut.get("judged_o"));
        }
        step();
      }
      assertEquals(expected, judged, "sweep " + walk);
      assertEquals(expected.size(), dut.get("count_o"), "sweep " + walk);
      assertAllPositionsOf(expected, "sweep " + walk);
    }
  }

  private void assertAllPositionsOf(List<Integer> slots, String where) {
    List<String> expected = new ArrayList<>();
    for (int slot : slots) {
      List<Integer> positions = portfolios[slot].positions();
      if (positions.isEmpty()) {
        expected.add(slot + " cleared");
      }
      for (int i = 0; i < positions.size(); i++) {
        expected.add(slot + " " + positions.get(i) + (i == 0 ? " cleared" : ""));
      }
    }
    List<String> all = new ArrayList<>();
    for (Asked one : asked) {
      String position = one.position() < 0 ? "" : " " + one.position();
      all.add(one.portfolio() + position + (one.clear() ? " cleared" : ""));
    }
    assertEquals(expected, all, where);
  }

  /** Account 0 has some of the portfolios, in some order; some of its groups are stale. */
  private List<Integer> linkOneAccount() {
    List<Integer> list = new ArrayList<>();
    has[0] = 0;
    for (int slot = 0; slot < PORTFOLIOS; slot++) {
      if (random.nextInt(4) == 0) {
        int group = slot;
        portfolios[slot] = new Portfolio(true, 0, group, portfolios[slot].positions());
        has[0] |= 1L << group;
        list.add(random.nextInt(list.size() + 1), slot);
      }
    }
    for (int i = 0; i < list.size(); i++) {
      nextPortfolio[list.get(i)] = i + 1 < list.size() ? list.get(i + 1) : -1;
    }
    first[0] = list.isEmpty() ? -1 : list.get(0);
    bank[0] = random.nextLong();
    banks = bank[0] ^ random.nextLong() & (random.nextBoolean() ? random.nextLong() : 0);
    return list;
  }

  /** Account 0, or a run; this account's record is at hand. */
  private void begin(int atHand) {
    readAccount(atHand);
    dut.port("banks_i").setBits(0, 64, banks);
    dut.set("account_i", 0);
    dut.set("start_i", 1);
    asked = new ArrayList<>();
    cycle = 0;
    step();
    dut.set("start_i", 0);
    dut.eval();
  }

  /** A cycle: notes what is asked for, does what is written, and has what is read in the next. */
  private void step() {
    dut.eval();
    RtlPort reach = dut.port("reach_o");
    RtlPort write = dut.port("write_o");
    final boolean readsAccount = REACH.get(reach, "account_read") == 1;
    final int account = (int) REACH.get(reach, "account");
    final boolean readsPortfolio = REACH.get(reach, "portfolio_read") == 1;
    final int portfolio = (int) REACH.get(reach, "portfolio");
    final boolean follows = REACH.get(reach, "follow") == 1;
    final int position = (int) REACH.get(reach, "follow_slot");
    if (dut.get("request_valid_o") == 1) {
      note(dut.port("request_o"));
    }
    if (WRITE.get(write, "account_write") == 1) {
      int written = (int) WRITE.get(write, "account");
      assertEquals(has[written], WRITE.get(write, "account_data.has"));
      bank[written] = WRITE.get(write, "account_data.bank");
    }
    dut.clock();
    cycle++;
    RtlPort records = dut.port("records_i");
    if (readsAccount) {
      readAccount(account);
    }
    if (readsPortfolio) {
      Portfolio at = portfolios[portfolio];
      RECORDS.set(records, "portfolio.open", at.open() ? 1 : 0);
      RECORDS.set(records, "portfolio.account", at.account());
      RECORDS.set(records, "portfolio.group", at.group());
      RECORDS.set(records, "portfolio.linked", at.positions().isEmpty() ? 0 : 1);
      int head = at.positions().isEmpty() ? 77 : at.positions().get(0);
      RECORDS.set(records, "portfolio.first", head);
      RECORDS.set(records, "portfolio.next_valid", nextPortfolio[portfolio] >= 0 ? 1 : 0);
      RECORDS.set(records, "portfolio.next", nextPortfolio[portfolio] & NO_PORTFOLIO);
    }
    if (follows) {
      RECORDS.set(records, "next_valid", nextPosition[position] >= 0 ? 1 : 0);
      RECORDS.set(records, "next", nextPosition[position] & 0xFFFFF);
    }
    dut.eval();
  }

  private void readAccount(int account) {
    RtlPort records = dut.port("records_i");
    RECORDS.set(records, "account.has", has[account]);
    RECORDS.set(records, "account.bank", bank[account]);
    RECORDS.set(records, "account.linked", first[account] >= 0 ? 1 : 0);
    RECORDS.set(records, "account.first", first[account] & NO_PORTFOLIO);
  }

  private void note(RtlPort request) {
    boolean judge = REQUEST.get(request, "judge") == 1;
    boolean ofPosition = REQUEST.get(request, "of_position") == 1;
    assertEquals(judge ? 1 : 0, REQUEST.get(request, "index"));
    assertEquals(judge ? 0 : 1, REQUEST.get(request, "revalues"));
    assertEquals(judge ? 0 : 1, REQUEST.get(request, "has_portfolio"));
    asked.add(
        new Asked(
            cycle,
            judge ? -1 : (int) REQUEST.get(request, "portfolio"),
            ofPosition ? (int) REQUEST.get(request, "position_slot") : -1,
            REQUEST.get(request, "clear") == 1,
            judge));
  }
}
