package io.lockstep.bench.flow;

import java.io.PrintWriter;

/**
 * Writes a flow's commands as the lines that {@code ./lockstep kernel} reads, in its first
 * instrument.
 */
public final class CsvEncoding {
  private final PrintWriter out;

  /** Lines go to {@code out}. */
  public CsvEncoding(PrintWriter out) {
    this.out = out;
  }

  /** Writes one line. */
  public void write(FlowCommand command) {
    long id = command.orderId();
    switch (command.kind()) {
      case REST, CROSS -> enter(command, "");
      case IOC -> enter(command, ",limit,ioc");
      case CANCEL -> out.print("cancel," + id);
      case MOVE -> out.print("replace," + id + ",,,," + command.price() + "," + command.total());
    }
    out.print('\n');
  }

  private void enter(FlowCommand command, String kind) {
    out.print(
        "new,"
            + command.orderId()
            + ","
            + CardEncoding.INSTRUMENT
            + ","
            + command.account()
            + (command.buy() ? ",buy," : ",sell,")
            + command.price()
            + ","
            + command.lots()
            + kind);
  }
}
