package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A request in most cycles, of few positions: the operation that is made of it, the position's lots
 * before and after, the money beside it, and what is said beside its result.
 */
class MarginIssueTest {
  private static final int POSITIONS = 3;
  private static final int OPERATION_AT = 2;
  private static final int HOLDING_AT = OPERATION_AT + 3;
  private static final int MONEY_AT = OPERATION_AT + 11;
  private static final int RESULT_AT = 19;
  private static final long CHANGE = (1L << 29) - 1;
  private static final String STAGE = "margin_stage_pkg";
  private static final PackedStruct REQUEST = PackedStruct.of(STAGE, "request_t");
  private static final PackedStruct BOUND = PackedStruct.of(STAGE, "bound_t");
  private static final PackedStruct LOTS = PackedStruct.of(STAGE, "lots_t");
  private static final PackedStruct ACCOUNT = PackedStruct.of(STAGE, "account_t");
  private static final PackedStruct TERMS = PackedStruct.of(STAGE, "terms_t");
  private static final PackedStruct FEES = PackedStruct.of(STAGE, "fees_t");
  private static final PackedStruct ASIDE = PackedStruct.of(STAGE, "aside_t");
  private static final PackedStruct OPERATION = PackedStruct.of("margin_pkg", "operation_t");
  private static final PackedStruct HOLDING = PackedStruct.of("margin_pkg", "holding_t");
  private static final PackedStruct MONEY = PackedStruct.of("margin_pkg", "money_t");

  @Rtl(module = "margin_issue")
  RtlModule dut;

  /** A request; rate 0 to 2 names one of the fees, 3 none. */
  private record Request(
      int position,
      int account,
      boolean early,
      boolean looks,
      boolean gate,
      boolean sell,
      long traded,
      long opened,
      long price,
      int tier,
      int rate,
      boolean anew,
      long reserve,
      long reserving,
      long reserved,
      boolean turned,
      long cash,
      int index) {}

  /** What the card knows when the request comes to it. */
  private record Known(
      boolean own,
      int tier,
      boolean fresh,
      boolean valued,
      long limit,
      long multiplier,
      long mark,
      long band,
      long[] fees,
      int bank) {}

  /** A position's lots: pos, B and A. */
  private record Held(long pos, long bids, long asks) {}

  private final Held[] positions = new Held[POSITIONS];

  @Test
  void operationsLotsMoneyAndWhatIsSaidBeside() {
    for (int i = 0; i < POSITIONS; i++) {
      positions[i] = new Held(0, 0, 0);
    }
    dut.set("clearing_i", 1);
    dut.clock();
    dut.set("clearing_i", 0);
    Timetable.run(dut, 20_000, this::give);
  }

  private void give(Random random, Timetable timetable, String where) {
    boolean valid = random.nextInt(4) > 0;
    dut.set("request_valid_i", valid ? 1 : 0);
    if (!valid) {
      timetable.in(OPERATION_AT, () -> assertOperation("valid", 0, where));
      return;
    }
    Request request = request(random);
    Known known = known(random, request);
    set(request);
    dut.set("multiplier_i", known.multiplier);
    timetable.in(1, () -> position(request, known, timetable, where));
    timetable.in(OPERATION_AT, () -> operation(request, known, where));
    timetable.in(OPERATION_AT + 1, () -> dut.set("mark_i", known.mark & 0xFFFF_FFFFL));
    timetable.in(MONEY_AT, () -> money(request, known, where));
    timetable.in(RESULT_AT, () -> aside(request, known, where));
  }

  private Request request(Random random) {
    boolean early = random.nextInt(3) == 0;
    boolean trades = !early && random.nextInt(3) == 0;
    long lots = 1 + random.nextInt(1 << 10);
    return new Request(
        random.nextInt(POSITIONS),
        random.nextInt(4) == 0 ? 5 : 4,
        early,
        !early && random.nextInt(6) == 0,
        !early && !trades && random.nextInt(4) == 0,
        random.nextBoolean(),
        trades ? lots : 0,
        lots,
        price(random),
        random.nextInt(8),
        trades ? random.nextInt(4) : 3,
        random.nextBoolean(),
        random.nextLong(1L << 30),
        random.nextInt(1 << 10),
        random.nextInt(1 << 10),
        random.nextInt(4) == 0,
        trades ? 0 : random.nextInt(),
        random.nextInt(16));
  }

  private static long price(Random random) {
    long price = random.nextLong(1L << 20);
    return random.nextBoolean() ? price : -price;
  }

  private static Known known(Random random, Request request) {
    long[] fees = new long[3];
    for (int i = 0; i < 3; i++) {
      fees[i] = random.nextInt(1 << 18) - (1 << 17) + 1;
      fees[i] = random.nextInt(4) == 0 ? -Math.abs(fees[i]) : fees[i];
    }
    long distance = random.nextInt(2_000) - 1_000;
    return new Known(
        request.account == 4,
        random.nextInt(8),
        random.nextInt(4) > 0,
        random.nextInt(4) > 0,
        random.nextInt(1 << 20),
        1 + random.nextInt(1 << 16),
        request.price + distance,
        random.nextInt(1_000),
        fees,
        random.nextInt(2));
  }

  private void set(Request request) {
    RtlPort port = dut.port("request_i");
    REQUEST.set(port, "of_position", 1);
    REQUEST.set(port, "asker", 3);
    REQUEST.set(port, "early", request.early ? 1 : 0);
    REQUEST.set(port, "index", request.index);
    REQUEST.set(port, "sure", request.index & 1);
    REQUEST.set(port, "judge", request.index >> 1 & 1);
    REQUEST.set(port, "looks", request.looks ? 1 : 0);
    REQUEST.set(port, "gate", request.gate ? 1 : 0);
    REQUEST.set(port, "account", request.account);
    REQUEST.set(port, "instrument", 1);
    REQUEST.set(port, "position_slot", request.position);
    REQUEST.set(port, "sell", request.sell ? 1 : 0);
    REQUEST.set(port, "traded", request.traded);
    REQUEST.set(port, "opened", request.opened);
    REQUEST.set(port, "price", request.price & 0xFFFF_FFFFL);
    REQUEST.set(port, "tier", request.tier);
    REQUEST.set(port, "rate", request.rate);
    REQUEST.set(port, "anew", request.anew ? 1 : 0);
    REQUEST.set(port, "reserve", request.reserve);
    REQUEST.set(port, "reserving", request.reserving);
    REQUEST.set(port, "reserved", request.reserved);
    REQUEST.set(port, "turned", request.turned ? 1 : 0);
    REQUEST.set(port, "cash", request.cash);
  }

  /** An early request changes nothing unless the position is the account's. */
  private static boolean looks(Request request, Known known) {
    return request.looks || (request.early && !known.own);
  }

  /** Cycle 1: the position is at hand, and changes; what it was and is goes to the pipe. */
  private void position(Request request, Known known, Timetable timetable, String where) {
    RtlPort bound = dut.port("bound_i");
    BOUND.set(bound, "open", 1);
    BOUND.set(bound, "account", 4);
    BOUND.set(bound, "portfolio", 2);
    BOUND.set(bound, "instrument", 1);
    RtlPort account = dut.port("account_i");
    ACCOUNT.set(account, "known", 1);
    ACCOUNT.set(account, "tier", known.tier);
    ACCOUNT.set(account, "has", 3);
    ACCOUNT.set(account, "bank", known.fresh ? 1 : 2);
    dut.set("banks_i", 1);
    Held before = positions[request.position];
    long moved = request.sell ? -request.traded : request.traded;
    Held after =
        new Held(
            before.pos + moved,
            before.bids + (request.sell ? 0 : request.opened),
            before.asks + (request.sell ? request.opened : 0));
    held(dut.port("before_i"), before);
    held(dut.port("after_i"), after);
    dut.eval();
    assertEquals(1, dut.get("change_o"), where);
    assertEquals(looks(request, known) ? 1 : 0, dut.get("looks_o"), where);
    assertEquals(request.opened, dut.get("opened_o"), where);
    assertEquals(request.traded, dut.get("traded_o"), where);
    assertEquals(request.early ? known.tier : request.tier, dut.get("tier_o"), where);
    assertEquals(1, dut.get("terms_read_o"), where);
    assertEquals(1, dut.get("instrument_o"), where);
    assertEquals(2, dut.get("portfolio_o"), where);
    // So that lots stay small.
    if (!looks(request, known)) {
      positions[request.position] =
          new Held(after.pos % 5_000, after.bids % 5_000, after.asks % 5_000);
    }
    boolean opposite = before.pos != 0 && before.pos > 0 == request.sell;
    boolean closes = opposite && (request.sell ? after.asks : after.bids) <= Math.abs(before.pos);
    boolean within = Math.abs(before.pos) + after.bids + after.asks <= known.limit;
    boolean fits = known.own && known.fresh && known.valued && within;
    Held now = looks(request, known) ? before : after;
    timetable.in(
        HOLDING_AT - 1,
        () -> {
          RtlPort holding = dut.port("holding_o");
          assertEquals(before.pos & CHANGE, HOLDING.get(holding, "pos_before"), where);
          assertEquals(before.bids, HOLDING.get(holding, "bids_before"), where);
          assertEquals(now.pos & CHANGE, HOLDING.get(holding, "pos"), where);
          assertEquals(now.bids, HOLDING.get(holding, "bids"), where);
          assertEquals(now.asks, HOLDING.get(holding, "asks"), where);
        });
    timetable.in(
        RESULT_AT - 1,
        () -> {
          assertAside("closes", closes ? 1 : 0, where);
          assertAside("fits", fits ? 1 : 0, where);
        });
  }

  private static void held(RtlPort port, Held held) {
    LOTS.set(port, "pos", held.pos & CHANGE);
    LOTS.set(port, "bids", held.bids);
    LOTS.set(port, "asks", held.asks);
  }

  /** Cycle 2: what the instrument's terms are; the operation. */
  private void operation(Request request, Known known, String where) {
    RtlPort terms = dut.port("terms_i");
    TERMS.set(terms, "group", known.bank);
    TERMS.set(terms, "multiplier", known.multiplier);
    TERMS.set(terms, "close_band", known.band);
    TERMS.set(terms, "position_limit", known.limit);
    TERMS.set(terms, "valued", known.valued ? 1 : 0);
    String[] names = {"maker", "taker", "auction"};
    for (int i = 0; i < 3; i++) {
      FEES.set(dut.port("fees_i"), names[i], known.fees[i] & 0x3FFFF);
    }
    // Group 0 is in bank 1, group 1 in bank 0.
    dut.set("mark_0_i", (known.bank == 1 ? known.mark : 12) & 0xFFFF_FFFFL);
    dut.set("mark_1_i", (known.bank == 1 ? 13 : known.mark) & 0xFFFF_FFFFL);
    dut.set("bank_i", 1 - known.bank);
    dut.set("initial_i", 300);
    dut.set("maintenance_i", 200);
    dut.eval();
    assertEquals(known.bank, dut.get("group_o"), where);
    long side = request.sell ? -1 : 1;
    boolean alters = !looks(request, known);
    long fill = side * (request.gate ? request.reserving : request.traded);
    assertOperation("valid", 1, where);
    assertOperation("account", 4, where);
    assertOperation("portfolio", 2, where);
    assertOperation("instrument", 1, where);
    assertOperation("trial", request.gate ? 1 : 0, where);
    assertOperation("sure", request.index & 1, where);
    assertOperation("judge", request.index >> 1 & 1, where);
    assertOperation("bank", 1 - known.bank, where);
    assertOperation("initial_factor", 300, where);
    assertOperation("pos_delta", alters ? fill & CHANGE : 0, where);
    assertOperation("bids_delta", alters && !request.sell ? request.opened : 0, where);
    assertOperation("asks_delta", alters && request.sell ? request.opened : 0, where);
  }

  private void money(Request request, Known known, String where) {
    RtlPort money = dut.port("money_o");
    boolean alters = !looks(request, known);
    assertEquals(alters ? cash(request, known) : 0, MONEY.get(money, "cash_delta"), where);
    long used = request.anew ? reserve(request, known) : request.reserve;
    long change = request.reserving * used - request.reserved * request.reserve;
    long expected = !alters ? 0 : request.turned ? -change : change;
    long added = MONEY.get(money, "reserve_added") - MONEY.get(money, "reserve_freed");
    assertEquals(expected, added, where);
  }

  private void aside(Request request, Known known, String where) {
    long reserve = reserve(request, known);
    long worse = (request.sell ? -1 : 1) * (request.price - known.mark);
    assertAside("r", reserve, where);
    assertAside("r_rises", reserve > request.reserve ? 1 : 0, where);
    assertAside("close_by", worse <= known.band ? 1 : 0, where);
    assertAside("fee", fee(request, known), where);
    assertAside("cash_change", cash(request, known), where);
    assertAside("account", 4, where);
    assertAside("asker", 3, where);
    assertAside("index", request.index, where);
    assertAside("early", request.early ? 1 : 0, where);
    assertAside("judge", request.index >> 1 & 1, where);
    assertAside("bank", 1 - known.bank, where);
    assertAside("tier", request.early ? known.tier : request.tier, where);
  }

  private static long reserve(Request request, Known known) {
    long worse = (request.sell ? -1 : 1) * (request.price - known.mark);
    long highest = Math.max(0, Math.max(known.fees[0], Math.max(known.fees[1], known.fees[2])));
    long fee = roundedUp(Math.abs(request.price) * known.multiplier, highest);
    return Math.max(0, worse) * known.multiplier + fee;
  }

  private static long fee(Request request, Known known) {
    long rate = request.rate == 3 ? 0 : known.fees[request.rate];
    return roundedUp(request.traded * Math.abs(request.price) * known.multiplier, rate);
  }

  private static long cash(Request request, Known known) {
    long paid = request.traded * request.price * known.multiplier;
    return request.traded == 0 ? request.cash : (request.sell ? paid : -paid) - fee(request, known);
  }

  private static long roundedUp(long money, long rate) {
    BigInteger exact = BigInteger.valueOf(money).multiply(BigInteger.valueOf(rate));
    return exact.add(BigInteger.valueOf((1 << 24) - 1)).shiftRight(24).longValueExact();
  }

  private void assertOperation(String field, long expected, String where) {
    assertEquals(expected, OPERATION.get(dut.port("operation_o"), field), where + " " + field);
  }

  private void assertAside(String field, long expected, String where) {
    assertEquals(expected, ASIDE.get(dut.port("aside_o"), field), where + " " + field);
  }
}
