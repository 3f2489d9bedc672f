package io.lockstep.host.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to send to repeat a day. The opening auction's outcome is taken from the fills file: what it
 * left of each order comes first, in time priority. Continuous trading follows as recorded. The
 * closing auction is left out.
 */
public final class ReplayPlan {
  /** Price units a tick: 0.01 yuan in thousandths. */
  public static final int TICK_MILLI_CNY = 10;

  private final List<ReplayInput> inputs = new ArrayList<>();
  private final Map<Long, Integer> inputOfOrder = new HashMap<>();
  private final List<SseFill> expected = new ArrayList<>();
  private int openingOrders;
  private int openingFills;
  private int closingCommands;
  private int lowestPrice = Integer.MAX_VALUE;
  private int highestPrice = Integer.MIN_VALUE;
  private int largestQuantity;

  /**
   * Plans the day.
   *
   * @throws InputException if the day contradicts itself.
   */
  public ReplayPlan(SseDay day) {
    addOpening(day);
    for (SseCommand command : day.commands()) {
      switch (command.phase()) {
        case CONTINUOUS -> addContinuous(command);
        case CLOSING_AUCTION -> closingCommands++;
        default -> {
          // The opening auction is in the plan by its outcome.
        }
      }
    }
    if (inputs.isEmpty()) {
      throw new InputException("the inbound file holds nothing to replay");
    }
    for (SseFill fill : day.fills()) {
      if (fill.phase() == SsePhase.CONTINUOUS) {
        expected.add(fill);
      }
    }
  }

  private void addOpening(SseDay day) {
    Map<Long, SseCommand> orders = new LinkedHashMap<>();
    Map<Long, Long> open = new HashMap<>();
    for (SseCommand command : day.commands()) {
      if (command.phase() != SsePhase.OPENING_AUCTION) {
        continue;
      }
      if (command.kind() == SseCommand.Kind.CANCEL) {
        orders.remove(command.orderId());
      } else {
        orders.put(command.orderId(), command);
        open.put(command.orderId(), command.quantity());
      }
    }
    for (SseFill fill : day.fills()) {
      if (fill.phase() == SsePhase.OPENING_MATCH) {
        openingFills++;
        takeFromOpening(fill, fill.fill().buyId(), orders, open);
        takeFromOpening(fill, fill.fill().sellId(), orders, open);
      }
    }
    for (SseCommand order : orders.values()) {
      long left = open.get(order.orderId());
      if (left > 0) {
        openingOrders++;
        addOrder(order, ReplayInput.Kind.LIMIT, left);
      }
    }
  }

  private static void takeFromOpening(
      SseFill fill, long orderId, Map<Long, SseCommand> orders, Map<Long, Long> open) {
    long left = orders.containsKey(orderId) ? open.get(orderId) - fill.fill().quantity() : -1;
    if (left < 0) {
      throw new InputException(
          "fills file, line "
              + fill.line()
              + ": order "
              + orderId
              + " had not so much to trade in the opening auction");
    }
    open.put(orderId, left);
  }

  private void addContinuous(SseCommand command) {
    switch (command.kind()) {
      case NEW -> addOrder(command, ReplayInput.Kind.LIMIT, command.quantity());
      case MARKETABLE -> addOrder(command, ReplayInput.Kind.IMMEDIATE, command.quantity());
      case CANCEL -> {
        Integer target = inputOfOrder.get(command.orderId());
        if (target == null) {
          throw new InputException(
              "inbound file, line " + command.line() + ": cancels an order that does not rest");
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

  private void addOrder(SseCommand order, ReplayInput.Kind kind, long quantity) {
    long price = order.priceMilliCny() / TICK_MILLI_CNY;
    if (price * TICK_MILLI_CNY != order.priceMilliCny() || price < 1 || price > 1 << 30) {
      throw new InputException(
          "inbound file, line " + order.line() + ": no price of whole ticks of 10");
    }
    if (quantity < 1 || quantity >= 1 << 28) {
      throw new InputException("inbound file, line " + order.line() + ": quantity out of range");
    }
    if (inputOfOrder.put(order.orderId(), inputs.size()) != null) {
      throw new InputException(
          "inbound file, line " + order.line() + ": order id is there already");
    }
    lowestPrice = Math.min(lowestPrice, (int) price);
    highestPrice = Math.max(highestPrice, (int) price);
    largestQuantity = Math.max(largestQuantity, (int) quantity);
    inputs.add(
        new ReplayInput(
            order.index(), kind, order.orderId(), order.buy(), (int) price, (int) quantity, -1));
  }

  /** Requests in the order in which to send them. */
  List<ReplayInput> inputs() {
    return inputs;
  }

  /** Fills of continuous trading, as the exchange printed them. */
  List<SseFill> expected() {
    return expected;
  }

  /** Number of requests. */
  public int size() {
    return inputs.size();
  }

  /** Orders at the plan's begin that the opening auction left. */
  public int openingOrders() {
    return openingOrders;
  }

  /** Fills of the opening auction that were taken as given. */
  public int openingFills() {
    return openingFills;
  }

  /** Commands of the closing auction that were left out. */
  public int closingCommands() {
    return closingCommands;
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
