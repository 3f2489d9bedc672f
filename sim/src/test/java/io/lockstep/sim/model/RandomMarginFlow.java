package io.lockstep.sim.model;

import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.LoadOrderEncoder;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.Side;
import io.lockstep.sim.model.PlainState.PlainGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Random commands of every kind for a card with margin, drawn from a seed: few accounts, whose cash
 * is near to what they need, three instruments in two groups, marks and arrays that move, sweeps
 * that come late. It begins with a loading phase. A {@link PlainCard} carries out each command, so
 * that most commands name what is there.
 */
final class RandomMarginFlow {
  private static final int[] MIDDLES = {250, -10, 1_000};
  private static final int[] GROUPS = {0, 0, 1};
  private static final int GROUP_COUNT = 2;
  private static final int ACCOUNTS = 5;
  private static final int SLOTS = 48;
  private static final int PORTFOLIOS = 48;
  private static final int TIERS = 3;
  private static final int MOST_CASH = 8_000;
  private static final int FIRST_EPOCH = 7;

  final PlainCard plain;
  final Random random;
  private final PlainState state;
  private final RandomTerms terms;
  private final int hostilePercent;
  private final Deque<UnsafeBuffer> script = new ArrayDeque<>();
  private long nextId = 1;

  RandomMarginFlow(long seed, Capacities capacities, int hostilePercent) {
    this.plain = new PlainCard(capacities);
    this.state = plain.state;
    this.random = new Random(seed);
    this.terms = new RandomTerms(random, capacities.scenarios());
    this.hostilePercent = hostilePercent;
    script.addAll(loading());
  }

  /** The next command; whoever asks has the plain card carry it out. */
  UnsafeBuffer next() {
    UnsafeBuffer command = script.isEmpty() || chance(30) && !state.loading ? any() : script.poll();
    if (chance(hostilePercent)) {
      spoil(command);
    }
    return command;
  }

  private void spoil(UnsafeBuffer command) {
    for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
      int at = random.nextInt(command.capacity());
      byte[] values = {0, 1, 2, 3, 4, 0x7F, -1, (byte) random.nextInt(256)};
      command.putByte(at, values[random.nextInt(values.length)]);
    }
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  // ---- loading

  private Deque<UnsafeBuffer> loading() {
    Deque<UnsafeBuffer> all = new ArrayDeque<>();
    RandomMultipliers multipliers = new RandomMultipliers();
    for (int instrument = 0; instrument < MIDDLES.length; instrument++) {
      all.add(multipliers.set(instrument));
      for (int tier = 0; tier < TIERS; tier++) {
        all.add(MarginTerms.setFees(instrument, tier, terms.fees()));
      }
    }
    for (int epoch = FIRST_EPOCH; epoch < FIRST_EPOCH + 2; epoch++) {
      for (int group = 0; group < GROUP_COUNT; group++) {
        for (int instrument = 0; instrument < MIDDLES.length; instrument++) {
          if (GROUPS[instrument] == group) {
            all.addAll(multipliers.stage(instrument));
          }
        }
        all.add(commit(group, epoch));
      }
    }
    for (int account = 1; account < ACCOUNTS; account++) {
      all.add(loadAccount(account));
      for (int group = 0; group < GROUP_COUNT; group++) {
        long epoch = FIRST_EPOCH + random.nextInt(2);
        all.add(TestMargin.loadPortfolio(account, group, random.nextInt(300), epoch).bytes);
      }
      for (int instrument = 0; instrument < MIDDLES.length; instrument++) {
        int lots = random.nextInt(11) - 5;
        all.add(TestMargin.loadPosition(account, instrument, GROUPS[instrument], lots).bytes);
      }
    }
    for (int orders = random.nextInt(16); orders > 0; orders--) {
      all.add(loadOrder());
    }
    all.add(TestDefinitions.endOfLoad().bytes);
    return all;
  }

  /** Multipliers before any instrument is set; arrays go by them. */
  private final class RandomMultipliers {
    private final MarginTerms.Terms[] drawn = new MarginTerms.Terms[MIDDLES.length];

    UnsafeBuffer set(int instrument) {
      drawn[instrument] = terms.terms(GROUPS[instrument]);
      return setInstrument(instrument, drawn[instrument]);
    }

    List<UnsafeBuffer> stage(int instrument) {
      return MarginTerms.stage(
          instrument, terms.array(MIDDLES[instrument], drawn[instrument].multiplier()));
    }
  }

  private UnsafeBuffer setInstrument(int instrument, MarginTerms.Terms of) {
    int middle = MIDDLES[instrument];
    int base = middle - state.capacities.levels() / 2;
    return MarginTerms.setInstrument(
        instrument, base, middle - 8, middle + 8, RandomTerms.MAX_PRICE, of);
  }

  private UnsafeBuffer loadAccount(int account) {
    MarginStatus status = MarginStatus.get((short) random.nextInt(4));
    int group = account == 4 ? 0 : account / 2;
    return TestMargin.loadAccount(account, group, random.nextInt(TIERS), cash(), status).bytes;
  }

  /** Mostly little, so that margin decides. */
  private long cash() {
    int most = chance(60) ? MOST_CASH : 20 * MOST_CASH;
    return random.nextInt(2 * most) - MOST_CASH / 2L;
  }

  private UnsafeBuffer loadOrder() {
    int instrument = random.nextInt(MIDDLES.length);
    int total = 1 + random.nextInt(9);
    int filled = random.nextInt(total);
    int middle = MIDDLES[instrument];
    TestCommand command =
        chance(50)
            ? TestCommand.loadBid(nextId, middle - 2 + random.nextInt(4), total, filled)
            : TestCommand.loadAsk(nextId, middle + random.nextInt(4), total, filled);
    nameOwner(command, instrument);
    new LoadOrderEncoder()
        .wrap(command.bytes, 0)
        .reserve(random.nextInt(200))
        .feeTier((short) random.nextInt(TIERS));
    return (chance(20) ? command.parked() : command).bytes;
  }

  // ---- commands once it is loaded

  private UnsafeBuffer any() {
    int instrument = random.nextInt(MIDDLES.length);
    int dice = random.nextInt(1_000);
    if (dice < 480) {
      return newOrder(instrument);
    } else if (dice < 760) {
      return ofLiveOrder();
    } else if (dice < 900) {
      return ofAccount(instrument);
    } else if (dice < 940) {
      return ofGroup(random.nextInt(GROUP_COUNT));
    } else {
      return definition(instrument);
    }
  }

  private UnsafeBuffer newOrder(int instrument) {
    TestCommand command =
        TestCommand.order(
            nextId, chance(50) ? Side.BUY : Side.SELL, price(instrument), 1 + random.nextInt(9));
    nameOwner(command, instrument);
    command.prevention(mode());
    command =
        switch (random.nextInt(16)) {
          case 0, 1 -> command.immediateOrCancel();
          case 2 -> command.fillOrKill();
          case 3 -> command.market();
          case 4 -> command.postOnly();
          case 5, 6 -> command.reduceOnly();
          case 7, 8 -> command.parked();
          default -> command;
        };
    return (chance(10) ? command.bySystem() : chance(8) ? command.dryRun() : command).bytes;
  }

  private int price(int instrument) {
    int reach = chance(90) ? 5 : 100;
    return MIDDLES[instrument] - reach + random.nextInt(2 * reach + 1);
  }

  private SelfTradePrevention mode() {
    return SelfTradePrevention.get((short) random.nextInt(3));
  }

  private void nameOwner(TestCommand command, int instrument) {
    int slot = random.nextInt(SLOTS);
    while (chance(90) && state.inSlot(slot).isPresent()) {
      slot = random.nextInt(SLOTS);
    }
    command.slot(slot).account(account()).instrument(instrument);
    nextId++;
  }

  private int account() {
    return 1 + random.nextInt(ACCOUNTS - 1);
  }

  /** A live order that fits; any other, if there is none; now and then one that is not. */
  private PlainOrder someOrder(Predicate<PlainOrder> fits) {
    List<PlainOrder> fitting = state.orders.stream().filter(fits).toList();
    List<PlainOrder> from = fitting.isEmpty() ? state.orders : fitting;
    PlainOrder order =
        from.isEmpty() ? new PlainOrder() : from.get(random.nextInt(from.size())).copy();
    if (chance(4)) {
      order.account = account();
    }
    return order;
  }

  private UnsafeBuffer ofLiveOrder() {
    PlainOrder order = someOrder(any -> true);
    int dice = random.nextInt(100);
    if (dice < 40) {
      return replace(order);
    } else if (dice < 50) {
      return named(TestCommand.cancel(order.id), order);
    } else if (dice < 60) {
      return named(TestCommand.park(order.id), order);
    } else if (dice < 72) {
      return named(TestCommand.unpark(order.id), someOrder(any -> any.parked));
    } else if (dice < 85) {
      return TestMargin.reserve(order.id, order.slot, order.account).bytes;
    } else {
      return cross(someOrder(any -> any.parked));
    }
  }

  private static UnsafeBuffer named(TestCommand command, PlainOrder order) {
    new CancelEncoder().wrap(command.bytes, 0).orderId(order.id);
    return command.slot(order.slot).account(order.account).bytes;
  }

  private UnsafeBuffer replace(PlainOrder order) {
    int price = chance(30) ? (int) order.price : price(order.instrument);
    TestCommand command = TestCommand.replace(order.id, price, random.nextInt(14));
    command.slot(order.slot).account(order.account).instrument(order.instrument);
    command.ofSide(order.side()).prevention(mode());
    return switch (random.nextInt(8)) {
      case 0 -> command.postOnly().bytes;
      case 1, 2 -> command.parked().bytes;
      case 3 -> chance(50) ? command.ofSide(Side.SELL).bytes : command.position(3).bytes;
      default -> (order.parked ? command.parked() : command).bytes;
    };
  }

  private UnsafeBuffer cross(PlainOrder order) {
    PlainOrder other =
        someOrder(o -> o.isBid != order.isBid && o.instrument == order.instrument && o.parked);
    PlainOrder bid = order.isBid ? order : other;
    PlainOrder ask = order.isBid ? other : order;
    int price = (int) (chance(60) ? bid.price : ask.price);
    return TestCommand.crossOf(bid.id, bid.slot, ask.id, ask.slot, price, random.nextInt(6))
        .instrument(order.instrument)
        .bytes;
  }

  private UnsafeBuffer ofAccount(int instrument) {
    int account = account();
    int dice = random.nextInt(100);
    if (dice < 40) {
      long amount = random.nextInt(MOST_CASH) - MOST_CASH / 2;
      return chance(20)
          ? TestMargin.adjust(account, amount).bySystem().bytes
          : TestMargin.adjust(account, amount).bytes;
    } else if (dice < 65) {
      long amount = random.nextInt(600) - 350;
      return TestMargin.adjustAddOn(
              account, TestMargin.portfolioOf(account, random.nextInt(GROUP_COUNT)), amount)
          .bytes;
    } else {
      long lots = random.nextInt(8);
      return TestMargin.transfer(instrument, account, account(), price(instrument), lots).bytes;
    }
  }

  /** What moves a group: new arrays and their commit, a little a time, and sweeps. */
  private UnsafeBuffer ofGroup(int group) {
    if (chance(55) || !script.isEmpty()) {
      return TestMargin.sweep(random.nextInt(PORTFOLIOS), random.nextInt(PORTFOLIOS / 2)).bytes;
    }
    for (int instrument : state.instruments.keySet()) {
      PlainTerms of = state.instruments.get(instrument).terms;
      if (of.group == group && instrument < MIDDLES.length && chance(97)) {
        script.addAll(
            MarginTerms.stage(instrument, terms.array(MIDDLES[instrument], of.multiplier)));
      }
    }
    PlainGroup of = state.groups.get(group);
    script.add(commit(group, of.epoch + (chance(95) ? 1 : 0)));
    return TestMargin.sweep(0, PORTFOLIOS).bytes;
  }

  private UnsafeBuffer commit(int group, long epoch) {
    int initial = terms.initialFactor();
    return TestMargin.commit(group, initial, initial - random.nextInt(initial / 2 + 1), epoch)
        .bytes;
  }

  private UnsafeBuffer definition(int instrument) {
    int account = account();
    int group = GROUPS[instrument];
    int middle = MIDDLES[instrument];
    return switch (random.nextInt(12)) {
      case 0 ->
          TestDefinitions.setBand(
                  instrument, middle - random.nextInt(12), middle + random.nextInt(12))
              .bytes;
      case 1 ->
          TestDefinitions.setWindow(
                  instrument, middle - state.capacities.levels() / 2 - 50 + random.nextInt(100))
              .bytes;
      case 2 -> TestMargin.account(account, random.nextInt(3), random.nextInt(TIERS)).bytes;
      case 3 -> TestMargin.openPosition(account, instrument, group).bytes;
      case 4 -> TestMargin.closePosition(account, instrument, group).bytes;
      case 5 -> TestMargin.openPortfolio(account, group).bytes;
      case 6 -> TestMargin.closePortfolio(account, group).bytes;
      case 7 -> MarginTerms.setFees(instrument, random.nextInt(TIERS), terms.fees());
      case 8 -> setInstrument(instrument, sameOrNew(instrument));
      case 9 -> TestCommand.massCancel().account(account).bytes;
      case 10 -> TestCommand.massCancel().instrument(instrument).bytes;
      default -> TestDefinitions.audit(random.nextInt(TestMargin.ALL_LINES + 1)).bytes;
    };
  }

  private MarginTerms.Terms sameOrNew(int instrument) {
    if (!state.instruments.containsKey(instrument) || chance(30)) {
      return terms.terms(GROUPS[instrument]);
    }
    PlainTerms of = state.instruments.get(instrument).terms;
    long fee = of.worstFee.longValueExact();
    return new MarginTerms.Terms(of.group, of.multiplier, random.nextInt(6), fee, of.positionLimit);
  }
}
