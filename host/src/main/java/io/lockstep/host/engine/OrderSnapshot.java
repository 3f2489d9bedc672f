package io.lockstep.host.engine;

import io.lockstep.host.slots.SlotList;
import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.snapshot.OrderReserveStateDecoder;
import io.lockstep.schema.snapshot.OrderReserveStateEncoder;
import io.lockstep.schema.snapshot.OrderStateDecoder;
import io.lockstep.schema.snapshot.OrderStateEncoder;

/** The live orders' records of a snapshot, in the order of their ids. */
final class OrderSnapshot implements SnapshotPart {
  private final OrderTable orders;

  OrderSnapshot(OrderTable orders) {
    this.orders = orders;
  }

  @Override
  public void write(SnapshotWriter to) {
    SlotList byOrderId = new SlotList(orders.used());
    for (int slot = 0; slot < orders.slots(); slot++) {
      if (orders.isLive(slot)) {
        byOrderId.add(slot, orders.orderId(slot), 0);
      }
    }
    byOrderId.sort();
    OrderStateEncoder record = new OrderStateEncoder();
    OrderReserveStateEncoder reserve = new OrderReserveStateEncoder();
    for (int i = 0; i < byOrderId.size(); i++) {
      int slot = byOrderId.get(i);
      write(to.next(record), slot);
      if (orders.reserve(slot) != 0 || orders.feeTier(slot) != 0) {
        to.next(reserve)
            .reserve(orders.reserve(slot))
            .orderId(orders.orderId(slot))
            .feeTier((short) orders.feeTier(slot));
      }
    }
  }

  private void write(OrderStateEncoder record, int slot) {
    record
        .orderId(orders.orderId(slot))
        .clientOrderId(orders.clientOrderId(slot))
        .priority(orders.priority(slot))
        .session(orders.session(slot))
        .account(orders.account(slot))
        .instrument(orders.instrument(slot))
        .selfTradeGroup(orders.selfTradeGroup(slot))
        .priceTicks(orders.priceTicks(slot))
        .totalLots(orders.totalLots(slot))
        .filledLots(orders.filledLots(slot))
        .position(orders.position(slot))
        .side(orders.side(slot))
        .parked(SnapshotWriter.truth(orders.isParked(slot)));
  }

  @Override
  public boolean read(SnapshotReader from) {
    switch (from.templateId()) {
      case OrderStateDecoder.TEMPLATE_ID:
        orders.restore(from.as(new OrderStateDecoder()));
        return true;
      case OrderReserveStateDecoder.TEMPLATE_ID:
        orders.restore(from.as(new OrderReserveStateDecoder()));
        return true;
      default:
        return false;
    }
  }
}
