package io.lockstep.sim.model;

import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditInstrumentDecoder;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.AuditPositionDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.OrderPlace;
import io.lockstep.schema.card.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;

/** What an audit of everything told. */
final class AuditView {
  record Order(
      long id,
      long account,
      long group,
      int instrument,
      boolean isBid,
      boolean isParked,
      int price,
      long total,
      long filled) {
    long open() {
      return total - filled;
    }

    /** Whether the same order, as it is later, is where it was and was not raised. */
    boolean keptPlaceAs(Order later) {
      return price == later.price && isParked == later.isParked && total >= later.total;
    }
  }

  record Position(long account, int instrument, long lots, long openBids, long openAsks) {}

  record Band(int low, int high) {
    boolean holds(int price) {
      return low <= price && price <= high;
    }
  }

  final Map<Integer, Band> bands = new HashMap<>();
  final Map<Long, Long> groups = new HashMap<>();
  final List<Order> orders = new ArrayList<>();
  final List<Position> positions = new ArrayList<>();

  AuditView(List<UnsafeBuffer> lines) {
    lines.forEach(this::take);
  }

  private void take(UnsafeBuffer line) {
    switch (new EventHeaderDecoder().wrap(line, 0).templateId()) {
      case AuditInstrumentDecoder.TEMPLATE_ID -> {
        AuditInstrumentDecoder in = new AuditInstrumentDecoder().wrap(line, 0, 64, 1);
        bands.put(in.instrument(), new Band(in.bandLow(), in.bandHigh()));
      }
      case AuditOrderDecoder.TEMPLATE_ID -> take(new AuditOrderDecoder().wrap(line, 0, 64, 1));
      case AuditPositionDecoder.TEMPLATE_ID -> {
        AuditPositionDecoder of = new AuditPositionDecoder().wrap(line, 0, 64, 1);
        positions.add(
            new Position(
                of.account(), of.instrument(), of.position(), of.openBids(), of.openAsks()));
      }
      case AuditAccountDecoder.TEMPLATE_ID -> {
        AuditAccountDecoder of = new AuditAccountDecoder().wrap(line, 0, 64, 1);
        groups.put(of.account(), of.selfTradeGroup());
      }
      default -> {}
    }
  }

  private void take(AuditOrderDecoder line) {
    orders.add(
        new Order(
            line.orderId(),
            line.account(),
            line.selfTradeGroup(),
            line.instrument(),
            line.side() == Side.BUY,
            line.place() == OrderPlace.PARKED,
            line.price(),
            line.total(),
            line.filled()));
  }

  Optional<Order> order(long id) {
    return orders.stream().filter(order -> order.id == id).findFirst();
  }

  /** The resting orders of a side, in the order of the audit. */
  List<Order> resting(int instrument, boolean bids) {
    return orders.stream()
        .filter(o -> o.instrument == instrument && o.isBid == bids && !o.isParked)
        .toList();
  }

  /** Open lots of an account's bids or asks in an instrument. */
  long openLots(Position position, boolean bids) {
    return orders.stream()
        .filter(o -> o.account == position.account && o.instrument == position.instrument)
        .filter(o -> o.isBid == bids)
        .mapToLong(Order::open)
        .sum();
  }

  /** The sum of all positions in an instrument. */
  long sumOfPositions(int instrument) {
    return positions.stream()
        .filter(position -> position.instrument == instrument)
        .mapToLong(Position::lots)
        .sum();
  }
}
