package io.lockstep.bench.kernel;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import io.lockstep.bench.flow.FlowCommand;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The direct order book of exchange-core 0.5.3, without the exchange round it. */
final class ExchangeCoreKernel implements Kernel {
  private static final long BUYER = 1;
  private static final long SELLER = 2;
  private static final int POOL = 1 << 16;

  private static final CoreSymbolSpecification SYMBOL =
      CoreSymbolSpecification.builder()
          .symbolId(1)
          .type(SymbolType.FUTURES_CONTRACT)
          .baseScaleK(1)
          .quoteScaleK(1)
          .build();

  private final OrderCommand[] commands;
  private final OutputLog output;
  private IOrderBook book;

  ExchangeCoreKernel(List<FlowCommand> commands, OutputLog output) {
    this.commands = commands.stream().map(ExchangeCoreKernel::command).toArray(OrderCommand[]::new);
    this.output = output;
    reset();
  }

  private static OrderCommand command(FlowCommand command) {
    long id = command.orderId();
    long user = command.buy() ? BUYER : SELLER;
    return switch (command.kind()) {
      case REST, CROSS -> enter(command, OrderType.GTC, user);
      case IOC -> enter(command, OrderType.IOC, user);
      case CANCEL -> OrderCommand.cancel(id, user);
      case MOVE -> OrderCommand.update(id, user, command.price());
    };
  }

  private static OrderCommand enter(FlowCommand command, OrderType type, long user) {
    OrderCommand enter =
        OrderCommand.newOrder(
            type,
            command.orderId(),
            user,
            command.price(),
            command.price(),
            command.lots(),
            command.buy() ? OrderAction.BID : OrderAction.ASK);
    enter.resultCode = CommandResultCode.VALID_FOR_MATCHING_ENGINE;
    return enter;
  }

  @Override
  public String name() {
    return "exchange-core 0.5.3, direct book";
  }

  @Override
  public void reset() {
    ObjectsPool pool =
        new ObjectsPool(
            Map.of(
                ObjectsPool.DIRECT_ORDER, POOL,
                ObjectsPool.DIRECT_BUCKET, POOL,
                ObjectsPool.ART_NODE_4, POOL,
                ObjectsPool.ART_NODE_16, POOL,
                ObjectsPool.ART_NODE_48, POOL,
                ObjectsPool.ART_NODE_256, POOL));
    book =
        new OrderBookDirectImpl(
            SYMBOL,
            pool,
            OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER,
            LoggingConfiguration.DEFAULT);
  }

  @Override
  public void run(int from, int to) {
    for (int i = from; i < to; i++) {
      execute(i);
    }
  }

  @Override
  public void time(int from, int to, Histogram nanos) {
    for (int i = from; i < to; i++) {
      long start = System.nanoTime();
      execute(i);
      nanos.recordValue(System.nanoTime() - start);
    }
  }

  private void execute(int number) {
    OrderCommand command = commands[number];
    if (IOrderBook.processCommand(book, command) != CommandResultCode.SUCCESS) {
      throw new IllegalStateException("exchange-core refuses command " + number + ": " + command);
    }
    long ended = 0;
    // What an IOC could not fill stands before its trades.
    for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
      if (event.eventType == MatcherEventType.TRADE) {
        output.trade(number, event.matchedOrderId, event.price, event.size);
      } else {
        ended = event.size;
      }
    }
    command.matcherEvent = null;
    if (ended > 0) {
      output.ended(number, ended);
    }
  }

  @Override
  public OutputLog output() {
    return output;
  }
}
