package io.lockstep.host.kernel;

import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.TradeDecoder;
import org.agrona.DirectBuffer;

/** Keeps the live orders as the card's events tell. */
final class OrderUpdates implements EventHandler {
  private final LiveOrders orders;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private final CancelledDecoder cancelled = new CancelledDecoder();
  private final ReplacedDecoder replaced = new ReplacedDecoder();
  private final RejectedDecoder rejected = new RejectedDecoder();

  OrderUpdates(LiveOrders orders) {
    this.orders = orders;
  }

  @Override
  public void onEvent(DirectBuffer event, int offset) {
    switch (header.wrap(event, offset).templateId()) {
      case TradeDecoder.TEMPLATE_ID -> {
        trade.wrap(event, offset, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
        fill(trade.takerId(), trade.quantity());
        fill(trade.makerId(), trade.quantity());
      }
      case CancelledDecoder.TEMPLATE_ID -> {
        cancelled.wrap(
            event, offset, CancelledDecoder.BLOCK_LENGTH, CancelledDecoder.SCHEMA_VERSION);
        end(cancelled.orderId());
      }
      case ReplacedDecoder.TEMPLATE_ID -> {
        replaced.wrap(event, offset, ReplacedDecoder.BLOCK_LENGTH, ReplacedDecoder.SCHEMA_VERSION);
        orders.replace(orders.slot(replaced.orderId()), replaced.total());
      }
      case RejectedDecoder.TEMPLATE_ID -> {
        rejected.wrap(event, offset, RejectedDecoder.BLOCK_LENGTH, RejectedDecoder.SCHEMA_VERSION);
        if (rejected.commandTemplate() == NewDecoder.TEMPLATE_ID) {
          end(rejected.orderId());
        }
      }
      default -> {
        // Nothing else changes what an order has open.
      }
    }
  }

  /** An order that does not rest has no slot, and is not kept. */
  private void fill(long id, long quantity) {
    int slot = orders.slot(id);
    if (slot != LiveOrders.NONE) {
      orders.fill(slot, quantity);
    }
  }

  private void end(long id) {
    int slot = orders.slot(id);
    if (slot != LiveOrders.NONE) {
      orders.end(slot);
    }
  }
}
