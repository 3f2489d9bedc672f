package io.lockstep.sim.model;

import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Random commands of every kind for a {@link TestCapacities#TINY} card, drawn from a seed: few
 * accounts, few prices, few slots, so that orders meet. It begins with a loading phase. A model
 * runs beside it, so that most replaces and cancels find a live order.
 */
final class RandomFlow {
  private static final int ORDER_LINES = 2;
  private static final int SLOTS = 48;
  private static final int ACCOUNTS = 5;
  private static final int LEVELS = TestCapacities.TINY.levels();
  private static final int MOST_LOTS = (1 << 28) - 1;
  private static final int[] MIDDLES = {250, -10, 1_000};

  private final Random random;

  /** A live order, as far as the commands that name it must know. */
  private record Known(
      long id, int slot, long account, int instrument, boolean isBid, boolean isParked) {}

  private final CardUnderTest model = new CardUnderTest(new ModelCard(TestCapacities.TINY));
  private final Map<Long, Integer> slots = new HashMap<>();
  private final List<UnsafeBuffer> sent = new ArrayList<>();
  private List<Known> live = List.of();
  private long nextId = 1;

  private RandomFlow(long seed) {
    random = new Random(seed);
  }

  /** Commands whose fields make sense, though they may well be refused. */
  static List<UnsafeBuffer> sensible(long seed, int count) {
    return new RandomFlow(seed).commands(count, 0);
  }

  /** The same with every twentieth command changed in some bytes. */
  static List<UnsafeBuffer> hostile(long seed, int count) {
    return new RandomFlow(seed).commands(count, 5);
  }

  private List<UnsafeBuffer> commands(int count, int hostilePercent) {
    for (int instrument = 0; instrument < MIDDLES.length; instrument++) {
      send(setInstrument(instrument));
      for (int account = 1; account < ACCOUNTS; account++) {
        send(TestDefinitions.setAccount(account, account == 4 ? 0 : account / 2));
        send(TestDefinitions.loadPosition(account, instrument, random.nextInt(11) - 5));
      }
    }
    int loading = 1 + random.nextInt(40);
    while (sent.size() < count) {
      loading--;
      TestCommand command =
          loading == 0 ? TestDefinitions.endOfLoad() : loading > 0 && chance(80) ? load() : any();
      if (chance(hostilePercent)) {
        spoil(command.bytes);
      }
      send(command);
    }
    model.close();
    return sent;
  }

  private void send(TestCommand command) {
    sent.add(command.bytes);
    model.send(command.bytes);
    live =
        new AuditView(model.send(TestDefinitions.audit(ORDER_LINES).bytes))
            .orders.stream()
                .filter(order -> slots.containsKey(order.id()))
                .map(
                    order ->
                        new Known(
                            order.id(),
                            slots.get(order.id()),
                            order.account(),
                            order.instrument(),
                            order.isBid(),
                            order.isParked()))
                .toList();
  }

  private void spoil(UnsafeBuffer command) {
    for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
      int at = random.nextInt(command.capacity());
      byte[] values = {0, 1, 2, 3, 4, 0x7F, -1, (byte) random.nextInt(256)};
      command.putByte(at, values[random.nextInt(values.length)]);
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private TestCommand load() {
    int instrument = random.nextInt(MIDDLES.length);
    int total = 1 + random.nextInt(9);
    int filled = random.nextInt(total);
    int middle = MIDDLES[instrument];
    TestCommand command =
        chance(50)
            ? TestCommand.loadBid(nextId, middle - 2 + random.nextInt(4), total, filled)
            : TestCommand.loadAsk(nextId, middle + random.nextInt(4), total, filled);
    nameOwner(command, instrument);
    return chance(20) ? command.parked() : command;
  }

  private void nameOwner(TestCommand command, int instrument) {
    int slot = random.nextInt(SLOTS);
    while (chance(90) && isUsed(slot)) {
      slot = random.nextInt(SLOTS);
    }
    command.slot(slot).account(account()).instrument(instrument);
    slots.put(nextId++, slot);
  }

  private boolean isUsed(int slot) {
    return live.stream().anyMatch(order -> order.slot == slot);
  }

  private int account() {
    return 1 + random.nextInt(ACCOUNTS - 1);
  }

  private TestCommand any() {
    int dice = random.nextInt(1_000);
    int instrument = random.nextInt(MIDDLES.length);
    int middle = MIDDLES[instrument];
    if (dice < 500) {
      return newOrder(instrument);
    } else if (dice < 880) {
      return ofLiveOrder(dice, someOrder());
    } else if (dice < 883) {
      return massCancel();
    } else if (dice < 900) {
      return TestDefinitions.setBand(
          instrument, middle - random.nextInt(12), middle + random.nextInt(12));
    } else if (dice < 920) {
      return TestDefinitions.setWindow(instrument, middle - LEVELS / 2 - 50 + random.nextInt(100));
    } else if (dice < 935) {
      return TestDefinitions.setAccount(account(), random.nextInt(3));
    } else if (dice < 955) {
      return TestDefinitions.openPosition(account(), instrument);
    } else if (dice < 970) {
      return TestDefinitions.closePosition(account(), instrument);
    } else if (dice < 980) {
      return setInstrument(instrument);
    } else {
      return TestDefinitions.audit(random.nextInt(TestDefinitions.ALL_LINES + 1));
    }
  }

  /** Mostly a live order; else one that is not. */
  private Known someOrder() {
    if (live.isEmpty() || chance(8)) {
      long id = random.nextInt((int) nextId);
      return new Known(id, random.nextInt(SLOTS), account(), 0, true, true);
    }
    return live.get(random.nextInt(live.size()));
  }

  private TestCommand ofLiveOrder(int dice, Known order) {
    if (dice < 640) {
      return replace(order);
    } else if (dice < 690) {
      return TestCommand.cancel(order.id).slot(order.slot).account(order.account);
    } else if (dice < 740) {
      return TestCommand.park(order.id).slot(order.slot).account(order.account);
    } else if (dice < 820) {
      return TestCommand.unpark(order.id).slot(order.slot).account(order.account);
    } else {
      return cross(order);
    }
  }

  private TestCommand newOrder(int instrument) {
    Side side = chance(50) ? Side.BUY : Side.SELL;
    TestCommand command = TestCommand.order(nextId, side, price(instrument), lots());
    nameOwner(command, instrument);
    prevent(command);
    return switch (random.nextInt(16)) {
      case 0, 1 -> command.immediateOrCancel();
      case 2 -> command.fillOrKill();
      case 3 -> command.market();
      case 4 -> command.postOnly();
      case 5 -> command.reduceOnly();
      case 6, 7, 8 -> command.parked();
      default -> command;
    };
  }

  private int price(int instrument) {
    int reach = chance(90) ? 5 : 100;
    return MIDDLES[instrument] - reach + random.nextInt(2 * reach + 1);
  }

  private long lots() {
    return random.nextInt(500) > 0 ? 1 + random.nextInt(9) : MOST_LOTS - random.nextInt(20);
  }

  /** Mostly round what the order has; now and then more than its position has room for. */
  private long newTotal() {
    return chance(3) ? MOST_LOTS : random.nextInt(14);
  }

  private void prevent(TestCommand command) {
    command.prevention(SelfTradePrevention.get((short) random.nextInt(3)));
  }

  private TestCommand replace(Known order) {
    TestCommand command = TestCommand.replace(order.id, price(order.instrument), newTotal());
    command.slot(order.slot).account(order.account).instrument(order.instrument);
    prevent(command);
    return switch (random.nextInt(6)) {
      case 0, 1 -> command.parked();
      case 2 -> command.postOnly();
      default -> command;
    };
  }

  /** Mostly of a parked bid with a parked ask, if there are any. */
  private TestCommand cross(Known order) {
    List<Known> others =
        live.stream()
            .filter(other -> other.isBid != order.isBid && other.instrument == order.instrument)
            .filter(other -> other.isParked || chance(5))
            .toList();
    Known other = others.isEmpty() ? someOrder() : others.get(random.nextInt(others.size()));
    Known bid = order.isBid ? order : other;
    Known ask = order.isBid ? other : order;
    int price = price(order.instrument);
    return TestCommand.crossOf(bid.id, bid.slot, ask.id, ask.slot, price, random.nextInt(6))
        .instrument(order.instrument);
  }

  private TestCommand massCancel() {
    TestCommand command = TestCommand.massCancel();
    if (chance(80)) {
      command.account(account());
    }
    if (chance(50)) {
      command.instrument(random.nextInt(MIDDLES.length));
    }
    return chance(10) ? command.session(1) : command;
  }

  private TestCommand setInstrument(int instrument) {
    int middle = MIDDLES[instrument];
    int maxQuantity = instrument == 1 ? 12 : MOST_LOTS;
    return TestDefinitions.setInstrument(
        instrument, middle - LEVELS / 2, middle - 8, middle + 8, 1_050, maxQuantity);
  }
}
