package io.lockstep.bench.cycles;

import io.lockstep.bench.flow.CardEncoding;
import io.lockstep.bench.flow.FlowCommand;
import io.lockstep.bench.flow.FlowCommand.Kind;
import io.lockstep.bench.flow.MixedFlow;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.sim.verilated.VerilatedCard;
import io.lockstep.sim.verilated.VerilatedDevice;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Runs a {@link MixedFlow} through the Verilated card, one command in flight, and counts cycles by
 * what became of each command. Events are taken at once, so nothing waits for the host.
 */
public final class CycleMeasurement implements EventHandler {
  private static final int EVENTS_A_POLL = 256;
  private static final int RESTING = 1_000;
  private static final int FILL = 4 * RESTING;

  private static final String RESTS = "new, rests behind the best";
  private static final String RESTS_AT_BEST = "new, rests at the best";
  private static final String NO_FILL = "IOC without fill";
  private static final String ONE_MAKER = "new, one maker";
  private static final String MORE_MAKERS = "new, more makers";
  private static final String CANCEL = "cancel";
  private static final String CANCEL_AT_BEST = "cancel at the best";
  private static final String MOVE = "replace, another price";
  private static final String MOVE_AT_BEST = "replace, from or to the best";
  private static final List<String> OUTCOMES =
      List.of(
          RESTS,
          RESTS_AT_BEST,
          NO_FILL,
          ONE_MAKER,
          MORE_MAKERS,
          CANCEL,
          CANCEL_AT_BEST,
          MOVE,
          MOVE_AT_BEST);

  private static final String TO_FIRST_TRADE = "first event to first trade";
  private static final String SAME_LEVEL = "trade to next trade, same level";
  private static final String NEXT_LEVEL = "trade to next trade, next level";
  private static final String TO_LAST = "last trade to last event";

  private final VerilatedCard card;
  private final VerilatedDevice device;
  private final MixedFlow flow;
  private final CardEncoding encoding = new CardEncoding();
  private final EventHeaderDecoder eventHeader = new EventHeaderDecoder();
  private final TradeDecoder trade = new TradeDecoder();

  private final CycleTable kernelToEvent = new CycleTable(OUTCOMES);
  private final CycleTable kernelToReady = new CycleTable(OUTCOMES);
  private final CycleTable windowToEvent = new CycleTable(OUTCOMES);
  private final CycleTable betweenEvents =
      new CycleTable(List.of(TO_FIRST_TRADE, SAME_LEVEL, NEXT_LEVEL, TO_LAST));
  private long commands;
  private long readyCycles;

  // Of the command in flight.
  private boolean answered;
  private int events;
  private int trades;
  private int firstStamp;
  private int tradeStamp;
  private int tradePrice;
  private int lastTemplate;

  /** Measures on an open card; the same seed gives the same figures on every machine. */
  public CycleMeasurement(VerilatedCard card, long seed) {
    this.card = card;
    this.device = card.device();
    this.flow = new MixedFlow(seed, RESTING);
    encoding.define(card, MixedFlow.ACCOUNTS);
    for (int i = 0; i < FILL; i++) {
      answer(flow.next());
    }
    betweenEvents.clear();
  }

  /** Kernel port: from the cycle in which a command is taken to its first event. */
  public CycleTable kernelToEvent() {
    return kernelToEvent;
  }

  /** Kernel port: from the cycle in which a command is taken to the next in which one may be. */
  public CycleTable kernelToReady() {
    return kernelToReady;
  }

  /** Whole card: from the last byte in the window to the first byte of the first event. */
  public CycleTable windowToEvent() {
    return windowToEvent;
  }

  /** Between the events of one command. */
  public CycleTable betweenEvents() {
    return betweenEvents;
  }

  /** Kernel cycles a command, were the next one always waiting. */
  public double meanReadyCycles() {
    return (double) readyCycles / commands;
  }

  /** Commands measured. */
  public long commands() {
    return commands;
  }

  /** Runs the next command of the flow. */
  public void step() {
    FlowCommand command = flow.next();
    answer(command);
    String outcome = outcome(command);
    kernelToEvent.record(outcome, device.kernelToEventCycles());
    kernelToReady.record(outcome, device.kernelToReadyCycles());
    windowToEvent.record(outcome, device.windowToEventCycles());
    readyCycles += device.kernelToReadyCycles();
    commands++;
  }

  private void answer(FlowCommand command) {
    answered = false;
    events = 0;
    trades = 0;
    if (card.offer(encoding.encode(command), 0) < 0) {
      throw new IllegalStateException("the card takes no command: " + card.failure());
    }
    while (!answered) {
      if (card.poll(this, EVENTS_A_POLL) < 0) {
        throw new IllegalStateException("the card is lost: " + card.failure());
      }
    }
  }

  @Override
  public void onEvent(DirectBuffer event, int offset) {
    eventHeader.wrap(event, offset);
    int template = eventHeader.templateId();
    int stamp = (int) eventHeader.stampCycles();
    if (events++ == 0) {
      firstStamp = stamp;
    }
    if (template == TradeDecoder.TEMPLATE_ID) {
      trade.wrap(event, offset, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
      if (trades++ == 0) {
        betweenEvents.record(TO_FIRST_TRADE, stamp - firstStamp);
      } else {
        String row = trade.price() == tradePrice ? SAME_LEVEL : NEXT_LEVEL;
        betweenEvents.record(row, stamp - tradeStamp);
      }
      tradePrice = trade.price();
      tradeStamp = stamp;
    }
    if (eventHeader.flags().last()) {
      answered = true;
      lastTemplate = template;
      if (trades > 0) {
        betweenEvents.record(TO_LAST, stamp - tradeStamp);
      }
    }
  }

  private String outcome(FlowCommand command) {
    if (command.kind() == Kind.CANCEL) {
      return events > 1 ? CANCEL_AT_BEST : CANCEL;
    }
    if (command.kind() == Kind.MOVE) {
      return events > 1 ? MOVE_AT_BEST : MOVE;
    }
    if (trades > 0) {
      return trades == 1 ? ONE_MAKER : MORE_MAKERS;
    }
    if (command.kind() == Kind.IOC) {
      return NO_FILL;
    }
    return lastTemplate == AcceptedDecoder.TEMPLATE_ID ? RESTS : RESTS_AT_BEST;
  }
}
