package io.lockstep.bench.flow;

import io.lockstep.bench.flow.FlowCommand.Kind;
import io.lockstep.host.slots.FreeSlots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The mixed flow of an ordinary book: orders rest on 250 levels; 40 % orders that rest, 25.5 %
 * cancels, 19.5 % price moves, 10 % IOC, 5 % orders that cross and may rest. It knows by a book of
 * its own what is live. No account meets its own orders. The same seed gives the same commands.
 */
public final class MixedFlow {
  /** Prices of the flow are from 0 to below this. */
  public static final int PRICES = 4_096;

  /** Largest order. */
  public static final int LOTS_MAX = 200;

  /** Accounts that send the commands, unless it is told of others. */
  public static final int ACCOUNTS = 32;

  /** Between the best prices, about. */
  public static final int MID = PRICES / 2;

  private static final int LEVELS_A_SIDE = 125;
  private static final int REACH = 8;

  /** So much larger are orders that take: then as many orders come as go. */
  private static final int TAKER_FACTOR = 4;

  private final Random random;
  private final int resting;
  private final TreeMapBook book = new TreeMapBook((maker, price, lots) -> onTrade(maker));
  private final FreeSlots slots;
  private final Map<Long, Live> live = new HashMap<>();
  private final Senders senders;
  private final Map<Integer, List<Live>> bySender = new HashMap<>();
  private int sender;
  private List<Live> ofSender;
  private long lastId;

  /** A live order and its place in the list of those that its sender may cancel or move. */
  private static final class Live {
    private final long id;
    private final int slot;
    private final int account;
    private final boolean buy;
    private final int total;
    private final List<Live> list;
    private int place;

    Live(long id, int slot, int account, boolean buy, int total, List<Live> list) {
      this.id = id;
      this.slot = slot;
      this.account = account;
      this.buy = buy;
      this.total = total;
      this.list = list;
      this.place = list.size();
      list.add(this);
    }
  }

  /**
   * Of 32 accounts, half of them on each side.
   *
   * @param resting about how many orders rest.
   */
  public MixedFlow(long seed, int resting) {
    this(seed, resting, Senders.inTurn(ACCOUNTS));
  }

  /**
   * @param resting about how many orders rest.
   * @param senders who sends the commands.
   */
  public MixedFlow(long seed, int resting, Senders senders) {
    this.random = new Random(seed);
    this.resting = resting;
    this.senders = senders;
    this.slots = new FreeSlots(2 * resting + 256);
  }

  /** The next commands. */
  public List<FlowCommand> next(int count) {
    List<FlowCommand> commands = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      commands.add(next());
    }
    return commands;
  }

  /** The next command; until the book is full, an order that rests. */
  public FlowCommand next() {
    sender = senders.next();
    ofSender = bySender.computeIfAbsent(sender, any -> new ArrayList<>());
    int slack = resting / 10;
    if (live.size() < resting - slack) {
      return rest();
    }
    if (live.size() > resting + slack && !ofSender.isEmpty()) {
      return cancel();
    }
    int draw = random.nextInt(1000);
    if (draw < 400 || (draw < 850 && ofSender.isEmpty())) {
      return rest();
    } else if (draw < 655) {
      return cancel();
    } else if (draw < 850) {
      return move();
    }
    return take(draw < 950 ? Kind.IOC : Kind.CROSS);
  }

  /** A live order. */
  public interface LiveOrder {
    void accept(long orderId, int slot, int account);
  }

  /** Tells of each live order, in no order that means anything. */
  public void forEachLive(LiveOrder told) {
    live.values().forEach(order -> told.accept(order.id, order.slot, order.account));
  }

  /** Orders that rest now. */
  public int liveOrders() {
    return live.size();
  }

  private FlowCommand rest() {
    boolean buy = random.nextBoolean();
    return enter(Kind.REST, buy, ownPrice(buy), lots());
  }

  /**
   * Half of the IOC orders stop short of the other side's best level; all else trades, but where an
   * own order is in the way.
   */
  private FlowCommand take(Kind kind) {
    boolean buy = random.nextBoolean();
    int beyond = kind == Kind.IOC && random.nextBoolean() ? -1 : random.nextInt(REACH);
    int best = book.best(!buy);
    int limit = shortOfOwn(buy, buy ? best + beyond : best - beyond);
    return enter(kind, buy, limit, TAKER_FACTOR * lots());
  }

  /** The limit, or a better one at which the sender does not meet its own orders. */
  private int shortOfOwn(boolean buy, int limit) {
    if (sender == Senders.ANY) {
      return limit;
    }
    int shorter = limit;
    for (Live own : ofSender) {
      if (own.buy != buy) {
        int price = book.price(own.id);
        shorter = buy ? Math.min(shorter, price - 1) : Math.max(shorter, price + 1);
      }
    }
    return shorter;
  }

  private FlowCommand enter(Kind kind, boolean buy, int price, int lots) {
    long id = ++lastId;
    int slot = kind == Kind.IOC ? FlowCommand.NO_SLOT : slots.take();
    int account = sender == Senders.ANY ? senders.of(id, buy) : sender;
    int left = book.enter(id, buy, price, lots, kind != Kind.IOC);
    if (kind != Kind.IOC) {
      if (left > 0) {
        live.put(id, new Live(id, slot, account, buy, lots, ofSender));
      } else {
        slots.give(slot);
      }
    }
    return new FlowCommand(kind, id, slot, account, buy, price, lots, lots);
  }

  private FlowCommand cancel() {
    Live order = anyLive();
    int price = book.price(order.id);
    int open = book.cancel(order.id);
    end(order);
    return of(order, Kind.CANCEL, price, open);
  }

  private FlowCommand move() {
    Live order = anyLive();
    int old = book.price(order.id);
    int price = ownPrice(order.buy);
    if (price == old) {
      price += order.buy ? -1 : 1;
    }
    int open = book.open(order.id);
    book.move(order.id, price);
    return of(order, Kind.MOVE, price, open);
  }

  private static FlowCommand of(Live order, Kind kind, int price, int open) {
    return new FlowCommand(
        kind, order.id, order.slot, order.account, order.buy, price, open, order.total);
  }

  private Live anyLive() {
    return ofSender.get(random.nextInt(ofSender.size()));
  }

  /** A price on the order's own side of the book. */
  private int ownPrice(boolean buy) {
    int away = 1 + random.nextInt(LEVELS_A_SIDE);
    int price = buy ? MID - away : MID + away;
    if (book.isEmpty(!buy)) {
      return price;
    }
    int other = book.best(!buy);
    return buy ? Math.min(price, other - 1) : Math.max(price, other + 1);
  }

  private int lots() {
    return 1 + random.nextInt(LOTS_MAX / TAKER_FACTOR);
  }

  private void onTrade(long maker) {
    if (book.open(maker) == 0) {
      end(live.get(maker));
    }
  }

  private void end(Live order) {
    live.remove(order.id);
    Live last = order.list.remove(order.list.size() - 1);
    if (last != order) {
      order.list.set(order.place, last);
      last.place = order.place;
    }
    slots.give(order.slot);
  }
}
