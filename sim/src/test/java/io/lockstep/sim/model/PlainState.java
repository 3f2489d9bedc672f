package io.lockstep.sim.model;

import io.lockstep.schema.card.MarginStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What {@link PlainCard} remembers. All live orders stand in one list, in the order in which they
 * got their places; whatever is asked is found by looking through all of it.
 */
final class PlainState {
  static final long MOST_LOTS = (1L << 28) - 1;

  static final class PlainInstrument {
    long base;
    long low;
    long high;
    long maxPrice;
    long maxQuantity;
    PlainTerms terms;
    long closeBandWanted;
  }

  static final class PlainPosition {
    long account;
    int instrument;
    long lots;
    long portfolio;
  }

  static final class PlainAccount {
    long group;
    int tier;
    long cash;
    MarginStatus status = MarginStatus.HEALTHY;
  }

  static final class PlainPortfolio {
    long account;
    int group;
    long addOn;

    /** Whether it is of the epoch before its group's. */
    boolean isStale;
  }

  /** IMf and MMf in 1/256. */
  record Factors(long initial, long maintenance) {}

  static final class PlainGroup {
    long epoch;
    boolean isCommitted;
    Factors current = new Factors(0, 0);
    Factors other = current;
  }

  /** Best prices and the lots there; price null: none. */
  record Top(Long bid, long bidLots, Long ask, long askLots) {}

  final Capacities capacities;
  final TreeMap<Integer, PlainInstrument> instruments = new TreeMap<>();
  final TreeMap<Long, PlainAccount> accounts = new TreeMap<>();
  final TreeMap<Integer, PlainGroup> groups = new TreeMap<>();
  final TreeMap<Long, PlainPortfolio> portfolios = new TreeMap<>();
  final TreeMap<Long, PlainPosition> positions = new TreeMap<>();
  final List<PlainOrder> orders = new ArrayList<>();
  boolean loading = true;

  /** The order of the command that is carried out, before it rests or ends; else null. */
  PlainOrder incoming;

  PlainState(Capacities capacities) {
    this.capacities = capacities;
    for (int group = 0; group < capacities.groups(); group++) {
      groups.put(group, new PlainGroup());
    }
  }

  boolean hasMargin() {
    return capacities.portfolios() > 0;
  }

  /** All live orders, the incoming one too. */
  Stream<PlainOrder> live() {
    return Stream.concat(orders.stream(), Stream.ofNullable(incoming));
  }

  /** The answer to a question as it would be with an order in, and an old one, or null, out. */
  <T> T supposing(PlainOrder wanted, PlainOrder old, Supplier<T> question) {
    int place = orders.indexOf(old);
    orders.remove(old);
    incoming = wanted;
    T answer = question.get();
    incoming = null;
    if (old != null) {
      orders.add(place, old);
    }
    return answer;
  }

  List<Long> portfoliosOf(long account) {
    return portfolios.keySet().stream().filter(s -> portfolios.get(s).account == account).toList();
  }

  List<Long> positionsOf(long portfolio) {
    return positions.keySet().stream()
        .filter(slot -> positions.get(slot).portfolio == portfolio)
        .toList();
  }

  boolean isPortfolioOf(long slot, long account, int group) {
    PlainPortfolio portfolio = portfolios.get(slot);
    return portfolio != null && portfolio.account == account && portfolio.group == group;
  }

  long stalePortfolios(int group) {
    return portfolios.values().stream().filter(of -> of.group == group && of.isStale).count();
  }

  /** The resting orders of one side, best price first, then the longest there. */
  List<PlainOrder> bookOrder(int instrument, boolean bids) {
    Comparator<PlainOrder> byPrice = Comparator.comparing(order -> order.price);
    return resting(instrument, bids).sorted(bids ? byPrice.reversed() : byPrice).toList();
  }

  private Stream<PlainOrder> resting(int instrument, boolean bids) {
    return orders.stream()
        .filter(order -> order.instrument == instrument && order.isBid == bids && !order.parked);
  }

  /** The parked orders in the order of slots. */
  List<PlainOrder> parkedOrders() {
    return orders.stream()
        .filter(order -> order.parked)
        .sorted(Comparator.comparing(order -> order.slot))
        .toList();
  }

  Optional<PlainOrder> inSlot(long slot) {
    return orders.stream().filter(order -> order.slot == slot).findFirst();
  }

  /** The order that a command names, or null. */
  PlainOrder named(long slot, long id, long account) {
    return inSlot(slot).filter(o -> o.id == id && o.account == account).orElse(null);
  }

  Long bestPrice(int instrument, boolean bids) {
    return bookOrder(instrument, bids).stream().map(order -> order.price).findFirst().orElse(null);
  }

  Top top(int instrument) {
    Long bid = bestPrice(instrument, true);
    Long ask = bestPrice(instrument, false);
    return new Top(bid, lotsAt(instrument, true, bid), ask, lotsAt(instrument, false, ask));
  }

  private long lotsAt(int instrument, boolean bids, Long price) {
    return resting(instrument, bids)
        .filter(order -> Objects.equals(order.price, price))
        .mapToLong(PlainOrder::open)
        .sum();
  }

  /** B or A: the open lots of a position's bids or asks. */
  long openLots(long position, boolean bids) {
    return live()
        .filter(order -> order.position == position && order.isBid == bids)
        .mapToLong(PlainOrder::open)
        .sum();
  }

  boolean wouldPassBound(long position, long more) {
    long lots = Math.abs(positions.get(position).lots);
    return lots + openLots(position, true) + openLots(position, false) + more > limit(position);
  }

  /** The most lots that a position may have, its open orders included. */
  long limit(long position) {
    return limitOf(positions.get(position).instrument);
  }

  long limitOf(int instrument) {
    return hasMargin() ? instruments.get(instrument).terms.positionLimit : MOST_LOTS;
  }

  boolean isPositionOf(long slot, long account, int instrument) {
    PlainPosition position = positions.get(slot);
    return position != null && position.account == account && position.instrument == instrument;
  }

  boolean hasLevel(int instrument, long price) {
    long base = instruments.get(instrument).base;
    return price >= base && price < base + capacities.levels();
  }

  boolean isInBand(int instrument, long price) {
    PlainInstrument of = instruments.get(instrument);
    return price >= of.low && price <= of.high;
  }

  boolean isBeyondBand(PlainOrder order) {
    PlainInstrument of = instruments.get(order.instrument);
    return order.isBid ? order.price > of.high : order.price < of.low;
  }

  /** The makers that an order may meet, in the order in which it meets them. */
  List<PlainOrder> inReach(PlainOrder order) {
    return bookOrder(order.instrument, !order.isBid).stream()
        .filter(maker -> order.accepts(maker.price) && isInBand(order.instrument, maker.price))
        .toList();
  }

  boolean wouldCross(PlainOrder order) {
    Long best = bestPrice(order.instrument, !order.isBid);
    return best != null && order.accepts(best);
  }

  void fill(PlainOrder order, long lots) {
    order.filled += lots;
    if (order.open() == 0) {
      orders.remove(order);
    }
  }
}
