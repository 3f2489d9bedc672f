package io.lockstep.sim.rtl;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;

/**
 * Random operations for the margin unit, within what the card allows, and what it should say to
 * each: gates and their undoing, cancels, fills, transfers, re-valuations, add-ons and money, most
 * of them of one portfolio or account.
 */
final class MarginFlow {
  /** An operation as it is given, and what its result should say; fields by name. */
  record Step(
      Map<String, Long> operation,
      Map<String, Long> holding,
      Map<String, Long> money,
      Map<String, Long> result) {}

  private static final int INSTRUMENTS = 4;
  private static final int PORTFOLIOS = 8;
  private static final int ACCOUNTS = 4;
  private static final long BOUND = (1L << 49) - 1;

  private final Queue<Step> planned = new ArrayDeque<>();
  private final Random random;
  private final MarginBooks books;
  private final long[] limits = new long[INSTRUMENTS];
  private final int scenarios;

  MarginFlow(Random random, int scenarios) {
    this.random = random;
    this.scenarios = scenarios;
    books = new MarginBooks(INSTRUMENTS, PORTFOLIOS, ACCOUNTS, scenarios);
    for (int i = 0; i < INSTRUMENTS; i++) {
      limits[i] = Math.max(1, lots((1L << 28) - 1));
    }
    for (int[] bank : books.factors) {
      bank[0] = random.nextInt(4) == 0 ? 512 : random.nextInt(513);
      bank[1] = random.nextInt(bank[0] + 1);
    }
    for (int i = 0; i < PORTFOLIOS; i++) {
      planWipe(i);
    }
  }

  /** An instrument's new parameters in a bank that nothing is valued by. */
  MarginBooks.Terms drawTerms(int instrument, int bank) {
    MarginBooks.Terms terms = books.terms[instrument][bank];
    long most = Math.min((1L << 27) - 1, BOUND / limits[instrument]);
    boolean extreme = random.nextInt(4) == 0;
    for (int s = 0; s < scenarios; s++) {
      terms.rates[s] = extreme ? most : rate(most);
    }
    terms.minimum = Math.abs(rate(most));
    for (int i = 0; i < 4; i++) {
      terms.slopes[i] = Math.abs(rate(most));
    }
    for (int i = 0; i < 3; i++) {
      long bound = random.nextInt(4) == 0 ? random.nextLong(1L << 28) : lots(limits[instrument]);
      terms.bounds[i] = Math.max(i == 0 ? 0 : terms.bounds[i - 1], bound);
    }
    long money = BOUND / limits[instrument];
    terms.multiplier =
        Math.max(1, random.nextLong(Math.min((1L << 32) - 1, money)) >> random.nextInt(32));
    long price = Math.min((1L << 31) - 1, money / terms.multiplier);
    terms.mark = (int) (random.nextLong(-price, price + 1) >> random.nextInt(20));
    return terms;
  }

  /** The next operation; none while nothing is planned. */
  Step next() {
    while (planned.isEmpty()) {
      plan();
    }
    return planned.remove();
  }

  /** Whether what was begun is given to the end. */
  boolean isBetween() {
    return planned.isEmpty();
  }

  /** The mark that an operation is to be told. */
  int mark(Step step) {
    int instrument = step.operation().get("instrument").intValue();
    return books.terms[instrument][step.operation().get("bank").intValue()].mark;
  }

  private void plan() {
    int index = random.nextInt(random.nextBoolean() ? 2 : PORTFOLIOS);
    MarginBooks.Portfolio portfolio = books.portfolios[index];
    int what = random.nextInt(20);
    if (what == 0) {
      planRevaluation(index);
    } else if (what == 1) {
      planAccount(random.nextInt(ACCOUNTS));
    } else if (what == 2) {
      long most = random.nextBoolean() ? (1L << 54) - 1 : 1L << random.nextInt(54);
      long addOn = random.nextLong(most + 1);
      long delta = addOn - portfolio.addOn;
      portfolio.addOn = addOn;
      plan(index, null, Map.of("add_on_delta", delta), 0, 0, 0);
    } else if (what == 3) {
      plan(index, null, Map.of(), 0, 0, 0);
    } else if (portfolio.positions.isEmpty() || (what < 8 && portfolio.positions.size() < 128)) {
      portfolio.positions.add(new MarginBooks.Position(random.nextInt(INSTRUMENTS)));
      planLots(index, portfolio.positions.get(portfolio.positions.size() - 1));
    } else {
      planLots(index, portfolio.positions.get(random.nextInt(portfolio.positions.size())));
    }
  }

  /** A gate, its undoing, a cancel, a fill or a transfer. */
  private void planLots(int index, MarginBooks.Position position) {
    long room =
        limits[position.instrument] - Math.abs(position.pos) - position.bids - position.asks;
    boolean sell = random.nextBoolean();
    long open = sell ? position.asks : position.bids;
    int sign = sell ? -1 : 1;
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        long lots = lots(room);
        plan(index, position, trial(sell, lots), 0, sell ? 0 : lots, sell ? lots : 0);
        if (random.nextBoolean()) {
          plan(index, position, Map.of(), 0, sell ? 0 : -lots, sell ? -lots : 0);
        }
      }
      case 2 -> {
        long lots = lots(open);
        plan(index, position, Map.of(), 0, sell ? 0 : -lots, sell ? -lots : 0);
      }
      case 3, 4 -> {
        long lots = lots(open);
        plan(index, position, Map.of(), sign * lots, sell ? 0 : -lots, sell ? -lots : 0);
      }
      default -> {
        long most = limits[position.instrument] - position.bids - position.asks;
        long pos = sign * lots(most);
        if (Math.abs(pos - position.pos) <= limits[position.instrument]) {
          plan(index, position, Map.of(), pos - position.pos, 0, 0);
        }
      }
    }
  }

  private static Map<String, Long> trial(boolean sell, long lots) {
    return Map.of("trial", 1L, "pos_delta", sell ? -lots : lots);
  }

  private void planRevaluation(int index) {
    MarginBooks.Portfolio portfolio = books.portfolios[index];
    List<MarginBooks.Position> old = List.copyOf(portfolio.positions);
    portfolio.positions.clear();
    portfolio.bank = 1 - portfolio.bank;
    if (old.isEmpty()) {
      plan(index, null, Map.of("clear", 1L), 0, 0, 0);
    }
    for (MarginBooks.Position was : old) {
      MarginBooks.Position position = new MarginBooks.Position(was.instrument);
      Map<String, Long> clear = Map.of("clear", portfolio.positions.isEmpty() ? 1L : 0L);
      portfolio.positions.add(position);
      plan(index, position, clear, was.pos, was.bids, was.asks);
    }
  }

  private void planAccount(int number) {
    MarginBooks.Account account = books.accounts[number];
    Map<String, Long> operation = new HashMap<>(Map.of("has_portfolio", 0L));
    // What is said of lots and portfolio then does not count.
    operation.put("portfolio", (long) random.nextInt(PORTFOLIOS));
    operation.put("account", (long) number);
    long cash = random.nextLong(-(1L << 61) + 1, 1L << 61) >> random.nextInt(62);
    if (random.nextInt(3) == 0) {
      operation.put("cash_clear", 1L);
      account.cash = 0;
    }
    addStep(operation, null, 0, number, cash - account.cash, null);
  }

  private void planWipe(int index) {
    int account = Math.min(index, ACCOUNTS - 1);
    Map<String, Long> operation = new HashMap<>(Map.of("wipe", 1L, "portfolio", (long) index));
    operation.put("account", (long) account);
    planned.add(new Step(all(operation), holding(0, 0, 0, null), money(0, 0, 0), Map.of()));
  }

  /** An operation that adds lots to a position, in the books at once. */
  private void plan(
      int index,
      MarginBooks.Position position,
      Map<String, Long> more,
      long pos,
      long bids,
      long asks) {
    MarginBooks.Portfolio portfolio = books.portfolios[index];
    Map<String, Long> operation = new HashMap<>();
    operation.put("portfolio", (long) index);
    operation.put("account", (long) portfolio.account);
    operation.put("pos_delta", pos);
    operation.put("bids_delta", bids);
    operation.put("asks_delta", asks);
    operation.putAll(more);
    long cash = books.accounts[portfolio.account].cash;
    long delta = random.nextLong(-(1L << 49), 1L << 49) >> random.nextInt(50);
    boolean fits = Math.abs(cash + delta) < 1L << 61;
    Map<String, Long> before = holding(pos, bids, asks, position);
    addStep(operation, position, index, portfolio.account, fits ? delta : 0, before);
  }

  private void addStep(
      Map<String, Long> operation,
      MarginBooks.Position position,
      int index,
      int account,
      long cashDelta,
      Map<String, Long> holding) {
    boolean hasPortfolio = operation.getOrDefault("has_portfolio", 1L) == 1;
    MarginBooks.Portfolio portfolio = books.portfolios[index];
    MarginBooks.Account money = books.accounts[account];
    long reserve = random.nextLong(1L << 60) >> random.nextInt(60);
    long reserveDelta = reserve - money.reserve;
    long added = Math.max(0, reserveDelta) + (random.nextLong(1L << 50) >> random.nextInt(50));
    money.cash += cashDelta;
    money.reserve = reserve;
    operation.put("has_portfolio", hasPortfolio ? 1L : 0L);
    operation.put("judge", (long) random.nextInt(2));
    operation.put("set_status", random.nextInt(8) == 0 ? 1L : 0L);
    operation.put("status", (long) random.nextInt(4));
    operation.put("sure", random.nextInt(4) == 0 ? 1L : 0L);
    operation.put("tag", (long) random.nextInt(256));
    operation.put("audit", (long) random.nextInt(2));
    operation.put("lanes", (long) random.nextInt(scenarios / 2));
    operation.put("bank", (long) portfolio.bank);
    operation.put("initial_factor", (long) books.factors[portfolio.bank][0]);
    operation.put("maintenance_factor", (long) books.factors[portfolio.bank][1]);
    operation.put("instrument", position == null ? 0L : position.instrument);
    Map<String, Long> full = all(operation);

    Map<String, Long> result = new HashMap<>();
    if (hasPortfolio) {
      addPortfolio(result, full, portfolio, position);
    } else {
      result.put("initial_rose", 0L);
      result.put("initial_margin", 0L);
      result.put("maintenance_margin", 0L);
    }
    addAccount(result, full, account);
    planned.add(
        new Step(
            full,
            holding == null ? holding(0, 0, 0, null) : holding,
            money(cashDelta, added, added - reserveDelta),
            result));
  }

  private void addPortfolio(
      Map<String, Long> result,
      Map<String, Long> operation,
      MarginBooks.Portfolio portfolio,
      MarginBooks.Position position) {
    boolean trial = operation.get("trial") == 1;
    long initial = books.initial(portfolio);
    long fill = trial ? operation.get("pos_delta") << 35 >> 35 : 0;
    long[] filled = books.profits(portfolio, position, fill);
    long worst = MarginBooks.least(filled);
    result.put("initial_rose", initial > portfolio.initial ? 1L : 0L);
    result.put("worst_rose", worst < portfolio.worst ? 1L : 0L);
    portfolio.initial = initial;
    if (!trial) {
      portfolio.maintenance = books.maintenance(portfolio);
      portfolio.worst = worst;
    }
    result.put("initial_margin", initial);
    result.put("maintenance_margin", portfolio.maintenance);
    result.put("add_on", portfolio.addOn);
    result.put("value", books.value(portfolio));
    if (operation.get("audit") == 1 && !trial) {
      int lane = 2 * operation.get("lanes").intValue();
      long[] worsts = books.worsts(portfolio);
      result.put("lane_sum", books.laneSum(portfolio));
      int instrument = operation.get("instrument").intValue();
      result.put("array_sum", books.terms[instrument][portfolio.bank].checksum());
      result.put("positions_0", filled[lane]);
      result.put("positions_1", filled[lane + 1]);
      result.put("worst_0", worsts[lane]);
      result.put("worst_1", worsts[lane + 1]);
    }
  }

  private void addAccount(Map<String, Long> result, Map<String, Long> operation, int number) {
    MarginBooks.Account account = books.accounts[number];
    long equity = books.equity(number);
    long free = equity - account.reserve - books.initialSum(number);
    boolean stays = operation.get("sure") == 1 && account.status == 0;
    int status = stays ? 0 : books.status(number);
    result.put("tag", operation.get("tag"));
    result.put("status_before", (long) account.status);
    result.put("status", (long) status);
    result.put("free", free);
    result.put("free_negative", free < 0 ? 1L : 0L);
    result.put("equity", equity);
    result.put("cash", account.cash);
    result.put("reserve", account.reserve);
    result.put("initial_sum", books.initialSum(number));
    result.put("maintenance_sum", books.maintenanceSum(number));
    if (operation.get("set_status") == 1) {
      account.status = operation.get("status").intValue();
    } else if (operation.get("judge") == 1) {
      account.status = status;
    }
  }

  /** The lots before and after; and moves the position there. */
  private static Map<String, Long> holding(
      long pos, long bids, long asks, MarginBooks.Position position) {
    MarginBooks.Position p = position == null ? new MarginBooks.Position(0) : position;
    Map<String, Long> holding = new HashMap<>();
    holding.put("pos_before", p.pos & 0x1FFF_FFFFL);
    holding.put("bids_before", p.bids);
    holding.put("asks_before", p.asks);
    if (position != null) {
      p.pos += pos;
      p.bids += bids;
      p.asks += asks;
    }
    holding.put("pos", p.pos & 0x1FFF_FFFFL);
    holding.put("bids", p.bids);
    holding.put("asks", p.asks);
    return holding;
  }

  private static Map<String, Long> money(long cash, long added, long freed) {
    return Map.of("cash_delta", cash, "reserve_added", added, "reserve_freed", freed);
  }

  private static Map<String, Long> all(Map<String, Long> some) {
    Map<String, Long> all = new HashMap<>();
    for (String field :
        new String[] {
          "tag",
          "wipe",
          "clear",
          "trial",
          "cash_clear",
          "judge",
          "set_status",
          "status",
          "sure",
          "account",
          "portfolio",
          "instrument",
          "bank",
          "initial_factor",
          "maintenance_factor",
          "pos_delta",
          "bids_delta",
          "asks_delta",
          "add_on_delta",
          "audit",
          "lanes"
        }) {
      all.put(field, 0L);
    }
    all.put("has_portfolio", 1L);
    all.putAll(some);
    for (String lots : new String[] {"pos_delta", "bids_delta", "asks_delta"}) {
      all.put(lots, all.get(lots) & 0x1FFF_FFFFL);
    }
    return all;
  }

  private long rate(long most) {
    long rate = random.nextInt(5) == 0 ? most : random.nextLong(most + 1) >> random.nextInt(28);
    return random.nextBoolean() ? rate : -rate;
  }

  private long lots(long most) {
    return random.nextInt(4) == 0
        ? most
        : Math.min(most, random.nextLong(most + 1) >> random.nextInt(28));
  }
}
