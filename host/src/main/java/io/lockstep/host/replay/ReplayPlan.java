package io.lockstep.host.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to send to repeat a day: its commands as they came in, and the changes of phase between
 * them. Each call ends with its auction. What the exchange printed is only compared with.
 */
public final class ReplayPlan {
  /** Price units a tick: 0.01 yuan in thousandths. */
  public static final int TICK_MILLI_CNY = 10;

  private final List<ReplayInput> inputs = new ArrayList<>();
  private final Map<Long, Integer> inputOfOrder = new HashMap<>();
  private final List<AuctionRecord> auctions = new ArrayList<>();
  private final List<SseFill> expected = new ArrayList<>();
  private SsePhase phase;
  private int lowestPrice = Integer.MAX_VALUE;
  private int highestPrice = Integer.MIN_VALUE;
  private int largestQuantity;

  /**
   * Plans the day.
   *
   * @throws InputException if the day contradicts itself.
   */
  public ReplayPlan(SseDay day) {
    for (SseCommand command : day.commands()) {
      if (command.phase() != phase) {
        begin(command.phase(), command, day);
      }
      add(command);
    }
    if (inputs.isEmpty()) {
      throw new InputException("the inbound file holds nothing to replay");
    }
    if (phase != SsePhase.CONTINUOUS) {
      inputs.add(ReplayInput.phase(inputs.size(), ReplayInput.Kind.CLOSED));
    }
    for (SseFill fill : day.fills()) {
      if (fill.phase() == SsePhase.CONTINUOUS) {
        expected.add(fill);
      }
    }
  }

  private void begin(SsePhase next, SseCommand first, SseDay day) {
    if (phase != null && next.compareTo(phase) < 0
        || next.compareTo(SsePhase.CLOSING_AUCTION) > 0) {
      throw new InputException(
          "inbound file, line " + first.line() + ": this phase cannot come here");
    }
    boolean call = next != SsePhase.CONTINUOUS;
    if (call) {
      boolean opening = next == SsePhase.OPENING_AUCTION;
      auctions.add(
          opening
              ? AuctionRecord.of("opening", SsePhase.OPENING_MATCH, day)
              : AuctionRecord.of("closing", SsePhase.CLOSING_MATCH, day));
    }
    if (call || phase != null) {
      inputs.add(
          ReplayInput.phase(
              first.index(), call ? ReplayInput.Kind.CALL : ReplayInput.Kind.CONTINUOUS));
    }
    phase = next;
  }

  private void add(SseCommand command) {
    switch (command.kind()) {
      case NEW -> addOrder(command, ReplayInput.Kind.LIMIT);
      case MARKETABLE -> addOrder(command, ReplayInput.Kind.IMMEDIATE);
      case CANCEL -> {
        Integer target = inputOfOrder.get(command.orderId());
        if (target == null) {
          throw new InputException(
              "inbound file, line " + command.line() + ": cancels an order that never came");
        }
        inputs.add(
            new ReplayInput(
                command.index(),
                ReplayInput.Kind.CANCEL,
                command.orderId(),
                command.buy(),
                0,
                0,
                target));
      }
    }
  }

  private void addOrder(SseCommand order, ReplayInput.Kind kind) {
    long price = order.priceMilliCny() / TICK_MILLI_CNY;
    if (price * TICK_MILLI_CNY != order.priceMilliCny() || price < 1 || price > 1 << 30) {
      throw new InputException(
          "inbound file, line " + order.line() + ": no price of whole ticks of 10");
    }
    if (order.quantity() < 1 || order.quantity() >= 1 << 28) {
      throw new InputException("inbound file, line " + order.line() + ": quantity out of range");
    }
    if (inputOfOrder.put(order.orderId(), inputs.size()) != null) {
      throw new InputException(
          "inbound file, line " + order.line() + ": order id is there already");
    }
    int quantity = (int) order.quantity();
    lowestPrice = Math.min(lowestPrice, (int) price);
    highestPrice = Math.max(highestPrice, (int) price);
    largestQuantity = Math.max(largestQuantity, quantity);
    inputs.add(
        new ReplayInput(
            order.index(), kind, order.orderId(), order.buy(), (int) price, quantity, -1));
  }

  /** Requests in the order in which to send them. */
  List<ReplayInput> inputs() {
    return inputs;
  }

  /** Fills of continuous trading, as the exchange printed them. */
  List<SseFill> expected() {
    return expected;
  }

  /** The day's auctions in order, as the exchange printed them. */
  List<AuctionRecord> auctions() {
    return auctions;
  }

  /** Number of requests. */
  public int size() {
    return inputs.size();
  }

  /** Lowest limit of the day, in ticks. */
  public int lowestPrice() {
    return lowestPrice;
  }

  /** Highest limit of the day, in ticks. */
  public int highestPrice() {
    return highestPrice;
  }

  /** Largest order of the day, in lots. */
  public int largestQuantity() {
    return largestQuantity;
  }

  /**
   * Base of a window of {@code levels} ticks with the day's prices in its middle.
   *
   * @throws InputException if they span more.
   */
  public int windowBase(int levels) {
    long span = (long) highestPrice - lowestPrice + 1;
    if (span > levels) {
      throw new InputException(
          "the day's prices span " + span + " ticks; the card has " + levels + " levels");
    }
    return lowestPrice - (int) ((levels - span) / 2);
  }
}
