package io.lockstep.host.replay;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.EventHandler;
import io.lockstep.host.CardClock;
import io.lockstep.host.OpenCard;
import io.lockstep.host.direct.CardLink;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.card.TradeDecoder;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * Puts a plan straight into a card, one command in flight. The order of request number <i>n</i> has
 * the id <i>n</i> + 1 on the card. Owned by one thread.
 */
public final class DirectReplay {
  /** Account of every bid. Two accounts, so that no order meets one of its own. */
  private static final int BUYER = 0;

  /** Account of every ask. */
  private static final int SELLER = 1;

  private final CardLink link;
  private final Optional<CardClock> clock;
  private final ReplayPlan plan;
  private final DayComparison comparison;
  private final ReplayProgress progress;
  private final CommandWriter writer = new CommandWriter();
  private final int instrument;
  private final SlotTable slots;
  private final DirectAuction auction;

  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private final CancelledDecoder cancelled = new CancelledDecoder();
  private final RejectedDecoder rejected = new RejectedDecoder();

  private final EventHandler handler = this::onEvent;
  private long lastPrice;
  private int current;
  private int refusals;
  private int cutShort;
  private String firstRefusal;

  /**
   * @param opened card after its reset; stays open.
   * @param instrument that the orders are of.
   */
  public DirectReplay(OpenCard opened, int instrument, ReplayPlan plan, ReplayProgress progress) {
    this.clock = opened.clock();
    this.instrument = instrument;
    this.plan = plan;
    this.progress = progress;
    Card card = opened.card();
    link = new CardLink(card);
    comparison = new DayComparison(plan);
    slots = new SlotTable(plan.size(), card.description().orderSlots());
    int levels = card.description().levels();
    auction = new DirectAuction(plan, levels, slots, writer, instrument, this::exchange);
  }

  /**
   * Sends all and compares all.
   *
   * @throws IllegalStateException if the card is lost.
   */
  public ReplayOutcome run() {
    long start = System.nanoTime();
    define();
    int total = plan.size();
    for (current = 0; current < total; current++) {
      send(plan.inputs().get(current));
      progress.onProgress(current + 1, total);
    }
    comparison.finish();
    return new ReplayOutcome(
        comparison.fills(),
        comparison.auctions(),
        total,
        refusals,
        cutShort,
        Optional.ofNullable(firstRefusal),
        System.nanoTime() - start,
        clock.map(CardClock::cycles).orElse(0L),
        Optional.empty());
  }

  /** The instrument's band is its whole window; a position's slot has its account's number. */
  private void define() {
    int levels = link.card().description().levels();
    int base = plan.windowBase(levels);
    writer.setInstrument(
        instrument, base, base, base + levels - 1, plan.highestPrice(), plan.largestQuantity());
    exchange();
    for (int account : new int[] {BUYER, SELLER}) {
      writer.setAccount(account, 0);
      exchange();
      writer.openPosition(account, account, instrument);
      exchange();
    }
    writer.endOfLoad();
    exchange();
  }

  private void send(ReplayInput input) {
    switch (input.kind()) {
      case LIMIT -> {
        newOrder(input, slots.take(current, input.quantity()));
        writer.flags().parked(auction.isOpen());
        exchange();
      }
      case IMMEDIATE -> {
        slots.withoutSlot(current, input.quantity());
        newOrder(input, NewEncoder.slotNullValue())
            .kind(OrderType.LIMIT, TimeInForce.IOC, SelfTradePrevention.CANCEL_INCOMING);
        exchange();
      }
      case CANCEL -> {
        int slot = slots.slotOf(input.target());
        long named = slot == SlotTable.NONE ? NewEncoder.slotNullValue() : slot;
        writer.cancel(id(input.target()), named, account(input));
        exchange();
      }
      case CALL -> auction.call();
      case CONTINUOUS, CLOSED -> auction.uncross(lastPrice, comparison);
    }
  }

  private CommandWriter newOrder(ReplayInput input, long slot) {
    int account = account(input);
    return writer
        .newOrder(id(current), instrument, account, 0)
        .slots(slot, account)
        .terms(input.buy() ? Side.BUY : Side.SELL, input.price(), input.quantity());
  }

  static int account(ReplayInput input) {
    return input.buy() ? BUYER : SELLER;
  }

  /** The order id of a request on the card. */
  static long id(int number) {
    return number + 1L;
  }

  private ReplayInput input(long id) {
    return plan.inputs().get((int) id - 1);
  }

  private void exchange() {
    link.exchange(writer.command(), handler);
  }

  private void onEvent(DirectBuffer event, int offset) {
    switch (header.wrap(event, offset).templateId()) {
      case TradeDecoder.TEMPLATE_ID -> onTrade(event, offset);
      case CancelledDecoder.TEMPLATE_ID -> onCancelled(event, offset);
      case RejectedDecoder.TEMPLATE_ID -> onRejected(event, offset);
      default -> {
        // Accepted, top of book and done say nothing about fills.
      }
    }
  }

  private void onTrade(DirectBuffer event, int offset) {
    trade.wrap(event, offset, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
    ReplayInput taker = input(trade.takerId());
    ReplayInput maker = input(trade.makerId());
    boolean takerBuys = trade.takerSide() == Side.BUY;
    lastPrice = trade.price();
    Fill fill =
        new Fill(
            plan.inputs().get(current).inboundIndex(),
            takerBuys ? taker.orderId() : maker.orderId(),
            takerBuys ? maker.orderId() : taker.orderId(),
            (long) trade.price() * ReplayPlan.TICK_MILLI_CNY,
            trade.quantity());
    if (auction.isOpen()) {
      comparison.onAuctionTrade(fill);
    } else {
      comparison.onFill(fill);
    }
    slots.fill((int) trade.takerId() - 1, (int) trade.quantity());
    slots.fill((int) trade.makerId() - 1, (int) trade.quantity());
  }

  private void onCancelled(DirectBuffer event, int offset) {
    cancelled.wrap(event, offset, CancelledDecoder.BLOCK_LENGTH, CancelledDecoder.SCHEMA_VERSION);
    if (cancelled.reason() != CancelReason.REQUESTED) {
      cutShort++;
    }
    slots.end((int) cancelled.orderId() - 1);
  }

  private void onRejected(DirectBuffer event, int offset) {
    rejected.wrap(event, offset, RejectedDecoder.BLOCK_LENGTH, RejectedDecoder.SCHEMA_VERSION);
    refusals++;
    if (firstRefusal == null) {
      firstRefusal =
          rejected.orderId() == 0
              ? "command " + rejected.commandTemplate() + ": " + rejected.reason()
              : "inbound "
                  + input(rejected.orderId()).inboundIndex()
                  + ", order "
                  + input(rejected.orderId()).orderId()
                  + ": "
                  + rejected.reason();
    }
    if (rejected.commandTemplate() == NewEncoder.TEMPLATE_ID) {
      slots.end((int) rejected.orderId() - 1);
    }
  }
}
