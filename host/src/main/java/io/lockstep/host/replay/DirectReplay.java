package io.lockstep.host.replay;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.host.CardClock;
import io.lockstep.host.OpenCard;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.FaultDecoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TradeDecoder;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * Puts a plan straight into a card, one command in flight. The order of request number <i>n</i> has
 * the id <i>n</i> + 1 on the card. Owned by one thread.
 */
public final class DirectReplay {
  /** A card that gives no event in so many polls has lost the command. */
  private static final int POLLS_MAX = 1_000_000;

  private final Card card;
  private final Optional<CardClock> clock;
  private final ReplayPlan plan;
  private final FillComparison comparison;
  private final ReplayProgress progress;
  private final CardCommands commands;
  private final SlotTable slots;

  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private final CancelledDecoder cancelled = new CancelledDecoder();
  private final RejectedDecoder rejected = new RejectedDecoder();

  private final EventHandler handler = this::onEvent;
  private boolean answered;
  private int refusals;
  private int cutShort;
  private String firstRefusal;

  /**
   * @param opened card after its reset; stays open.
   * @param instrument that the orders are of.
   */
  public DirectReplay(OpenCard opened, int instrument, ReplayPlan plan, ReplayProgress progress) {
    this.card = opened.card();
    this.clock = opened.clock();
    this.plan = plan;
    this.progress = progress;
    this.comparison = new FillComparison(plan);
    this.commands = new CardCommands(instrument);
    this.slots = new SlotTable(plan.size(), card.description().orderSlots());
  }

  /**
   * Sends all and compares all.
   *
   * @throws IllegalStateException if the card is lost.
   */
  public ReplayOutcome run() {
    long start = System.nanoTime();
    commands.setInstrument(plan, card.description().levels());
    exchange();
    int total = plan.size();
    for (int i = 0; i < total; i++) {
      write(i, plan.inputs().get(i));
      exchange();
      progress.onProgress(i + 1, total);
    }
    comparison.finish();
    return new ReplayOutcome(
        comparison,
        total,
        refusals,
        cutShort,
        Optional.ofNullable(firstRefusal),
        System.nanoTime() - start,
        clock.map(CardClock::cycles).orElse(0L));
  }

  private void write(int number, ReplayInput input) {
    switch (input.kind()) {
      case LIMIT -> commands.newOrder(input, id(number), slots.take(number, input.quantity()));
      case IMMEDIATE -> {
        slots.withoutSlot(number, input.quantity());
        commands.newOrder(input, id(number), NewEncoder.slotNullValue());
      }
      case CANCEL -> {
        int slot = slots.slotOf(input.target());
        commands.cancel(
            input,
            id(number),
            id(input.target()),
            slot == SlotTable.NONE ? NewEncoder.slotNullValue() : slot);
      }
    }
  }

  private static long id(int number) {
    return number + 1L;
  }

  private ReplayInput input(long id) {
    return plan.inputs().get((int) id - 1);
  }

  private void exchange() {
    if (card.offer(commands.buffer(), 0) < 0) {
      throw new IllegalStateException("the card took no command");
    }
    answered = false;
    int polls = 0;
    while (!answered) {
      int events = card.poll(handler, Integer.MAX_VALUE);
      if (events == Card.FAULTED) {
        throw new IllegalStateException("the card is lost");
      }
      polls = events == 0 ? polls + 1 : 0;
      if (polls > POLLS_MAX) {
        throw new IllegalStateException("the card did not answer a command");
      }
    }
  }

  private void onEvent(DirectBuffer event, int offset) {
    header.wrap(event, offset);
    switch (header.templateId()) {
      case TradeDecoder.TEMPLATE_ID -> onTrade(event, offset);
      case CancelledDecoder.TEMPLATE_ID -> onCancelled(event, offset);
      case RejectedDecoder.TEMPLATE_ID -> onRejected(event, offset);
      case FaultDecoder.TEMPLATE_ID ->
          throw new IllegalStateException("the card reports a fault of its own");
      default -> {
        // Accepted, top of book and done say nothing about fills.
      }
    }
    answered = header.flags().last();
  }

  private void onTrade(DirectBuffer event, int offset) {
    trade.wrap(event, offset, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
    ReplayInput taker = input(trade.takerId());
    ReplayInput maker = input(trade.makerId());
    boolean takerBuys = trade.takerSide() == Side.BUY;
    comparison.onFill(
        new Fill(
            taker.inboundIndex(),
            takerBuys ? taker.orderId() : maker.orderId(),
            takerBuys ? maker.orderId() : taker.orderId(),
            (long) trade.price() * ReplayPlan.TICK_MILLI_CNY,
            trade.quantity()));
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
              ? "the instrument: " + rejected.reason()
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
