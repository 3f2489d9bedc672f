package io.lockstep.host.replay.lobster;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.host.direct.CardLink;
import io.lockstep.host.slots.FreeSlots;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.KeptPlace;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.card.TradeDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * A card and the book that its events tell of: what was sent only counts once the card has said so.
 * Bids are one account's and asks another's, so that no order meets one of its own.
 */
final class MirroredCard {
  private static final int INSTRUMENT = 0;
  private static final int MAX_LOTS = (1 << 28) - 1;
  private static final int BUYER = 0;
  private static final int SELLER = 1;

  /** What an order gave. */
  record Fill(MirrorOrder maker, long lots) {}

  private final CardLink link;
  private final CommandWriter writer = new CommandWriter();
  private final FreeSlots slots;
  private final BookMirror book = new BookMirror();
  private final Map<Long, MirrorOrder> orders = new HashMap<>();
  private final List<Fill> fills = new ArrayList<>();
  private long lastId;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private final CancelledDecoder cancelled = new CancelledDecoder();
  private final ReplacedDecoder replaced = new ReplacedDecoder();
  private final RejectedDecoder rejected = new RejectedDecoder();
  private final AuditOrderDecoder line = new AuditOrderDecoder();

  /**
   * Defines the instrument.
   *
   * @param card after its reset.
   */
  MirroredCard(Card card, LobsterDay day) {
    link = new CardLink(card);
    slots = new FreeSlots(card.description().orderSlots());
    int levels = card.description().levels();
    int base = day.windowBase(levels);
    writer.setInstrument(INSTRUMENT, base, base, base + levels - 1, base + levels - 1, MAX_LOTS);
    exchange();
    for (int account : new int[] {BUYER, SELLER}) {
      writer.setAccount(account, 0);
      exchange();
      writer.openPosition(account, account, INSTRUMENT);
      exchange();
    }
    writer.endOfLoad();
    exchange();
  }

  /** What rests on the card. */
  BookMirror book() {
    return book;
  }

  /** Commands sent so far. */
  long commands() {
    return link.commands();
  }

  /** Who gave what to the order entered last. */
  List<Fill> fills() {
    return List.copyOf(fills);
  }

  /** Enters an order that may rest; answers it, with nothing open if it was filled. */
  MirrorOrder rest(long recordedId, boolean buy, int price, long lots) {
    int slot = slots.take();
    begin(buy).slots(slot, account(buy)).terms(side(buy), price, lots);
    MirrorOrder order = new MirrorOrder(lastId, recordedId, slot, buy, price, lots);
    orders.put(order.id, order);
    exchange();
    if (order.open() > 0) {
      book.append(order);
    } else {
      forget(order);
    }
    return order;
  }

  /** Takes what there is of {@code lots}, at the price or better; answers who gave it. */
  List<Fill> take(boolean buy, int price, long lots) {
    begin(buy)
        .slots(NewEncoder.slotNullValue(), account(buy))
        .terms(side(buy), price, lots)
        .kind(OrderType.LIMIT, TimeInForce.IOC, SelfTradePrevention.CANCEL_INCOMING);
    exchange();
    return fills();
  }

  private CommandWriter begin(boolean buy) {
    return writer.newOrder(++lastId, INSTRUMENT, account(buy), 0);
  }

  /** Cancels an order that rests. */
  void cancel(MirrorOrder order) {
    writer.cancel(order.id, order.slot, account(order.buy));
    exchange();
  }

  /** Takes lots off an order that rests; it keeps its place. */
  void lower(MirrorOrder order, long lots) {
    writer.replace(
        order.id,
        order.slot,
        account(order.buy),
        INSTRUMENT,
        order.price,
        order.total() - lots,
        SelfTradePrevention.CANCEL_INCOMING);
    exchange();
  }

  /**
   * Compares all that rests on the card, as an audit lists it, with what its events told.
   *
   * @throws IllegalStateException at a difference.
   */
  void audit() {
    List<MirrorOrder> told = book.inAuditOrder();
    int[] lines = {0};
    writer.audit().orders(true);
    link.exchange(
        writer.command(),
        (event, offset) -> {
          if (header.wrap(event, offset).templateId() == AuditOrderDecoder.TEMPLATE_ID) {
            line.wrap(event, offset, AuditOrderDecoder.BLOCK_LENGTH, 0);
            requireTold(lines[0] < told.size() ? told.get(lines[0]) : null);
            lines[0]++;
          }
        });
    if (lines[0] != told.size()) {
      throw new IllegalStateException(
          "an audit lists " + lines[0] + " orders; by its events the card has " + told.size());
    }
  }

  private void requireTold(MirrorOrder told) {
    boolean same =
        told != null
            && line.orderId() == told.id
            && line.side() == side(told.buy)
            && line.price() == told.price
            && line.total() - line.filled() == told.open()
            && line.rank() == book.level(told.buy, told.price).indexOf(told);
    if (!same) {
      throw new IllegalStateException(
          "an audit lists " + line + "; its events told of " + (told == null ? "none" : told.id));
    }
  }

  private void exchange() {
    fills.clear();
    link.exchange(writer.command(), this::onEvent);
  }

  private void onEvent(DirectBuffer event, int offset) {
    switch (header.wrap(event, offset).templateId()) {
      case TradeDecoder.TEMPLATE_ID -> {
        trade.wrap(event, offset, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
        onTrade();
      }
      case CancelledDecoder.TEMPLATE_ID -> {
        cancelled.wrap(
            event, offset, CancelledDecoder.BLOCK_LENGTH, CancelledDecoder.SCHEMA_VERSION);
        onCancelled();
      }
      case ReplacedDecoder.TEMPLATE_ID -> {
        replaced.wrap(event, offset, ReplacedDecoder.BLOCK_LENGTH, ReplacedDecoder.SCHEMA_VERSION);
        if (replaced.place() != KeptPlace.KEPT) {
          throw new IllegalStateException("an order lost its place although it was only lowered");
        }
        orders.get(replaced.orderId()).total(replaced.total());
      }
      case RejectedDecoder.TEMPLATE_ID -> {
        rejected.wrap(event, offset, RejectedDecoder.BLOCK_LENGTH, RejectedDecoder.SCHEMA_VERSION);
        RejectReason reason = rejected.reason();
        throw new IllegalStateException("the card refused a command: " + reason);
      }
      default -> {
        // Accepted, top of book and done say nothing about what rests.
      }
    }
  }

  private void onTrade() {
    long lots = trade.quantity();
    MirrorOrder taker = orders.get(trade.takerId());
    if (taker != null) {
      taker.fill(lots);
    }
    MirrorOrder maker = orders.get(trade.makerId());
    maker.fill(lots);
    fills.add(new Fill(maker, lots));
    if (maker.open() == 0) {
      book.remove(maker);
      forget(maker);
    }
  }

  private void onCancelled() {
    MirrorOrder order = orders.get(cancelled.orderId());
    if (order != null) {
      order.end();
      book.remove(order);
      forget(order);
    }
  }

  private void forget(MirrorOrder order) {
    orders.remove(order.id);
    slots.give(order.slot);
  }

  private static int account(boolean buy) {
    return buy ? BUYER : SELLER;
  }

  private static Side side(boolean buy) {
    return buy ? Side.BUY : Side.SELL;
  }
}
