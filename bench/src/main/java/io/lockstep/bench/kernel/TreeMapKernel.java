package io.lockstep.bench.kernel;

import io.lockstep.bench.flow.FlowCommand;
import io.lockstep.bench.flow.TreeMapBook;
import java.util.List;
import org.HdrHistogram.Histogram;

/** {@link TreeMapBook} as a kernel. */
final class TreeMapKernel implements Kernel {
  private final FlowCommand[] commands;
  private final OutputLog output;
  private TreeMapBook book;
  private int current;

  TreeMapKernel(List<FlowCommand> commands, OutputLog output) {
    this.commands = commands.toArray(new FlowCommand[0]);
    this.output = output;
    reset();
  }

  @Override
  public String name() {
    return "TreeMap book";
  }

  @Override
  public void reset() {
    book = new TreeMapBook((maker, price, lots) -> output.trade(current, maker, price, lots));
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
    current = number;
    FlowCommand command = commands[number];
    switch (command.kind()) {
      case REST, CROSS ->
          book.enter(command.orderId(), command.buy(), command.price(), command.lots(), true);
      case IOC -> {
        int left =
            book.enter(command.orderId(), command.buy(), command.price(), command.lots(), false);
        if (left > 0) {
          output.ended(number, left);
        }
      }
      case CANCEL -> output.ended(number, book.cancel(command.orderId()));
      case MOVE -> book.move(command.orderId(), command.price());
    }
  }

  @Override
  public OutputLog output() {
    return output;
  }
}
