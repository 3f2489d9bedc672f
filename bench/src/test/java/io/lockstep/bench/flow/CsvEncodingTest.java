package io.lockstep.bench.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.host.kernel.InstrumentDefinition;
import io.lockstep.host.kernel.KernelSession;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The flow as lines is the flow: behind CSV it trades as in a plain book, and nothing is refused.
 */
class CsvEncodingTest {
  private static final int COMMANDS = 20_000;

  @Test
  void theCardBehindCsvTradesAsAPlainBookDoes() throws IOException {
    List<FlowCommand> commands = new MixedFlow(1, 300).next(COMMANDS);
    StringWriter lines = new StringWriter();
    PrintWriter out = new PrintWriter(lines);
    commands.forEach(new CsvEncoding(out)::write);
    out.flush();

    List<String> trades = new ArrayList<>();
    for (String event : events(lines.toString()).split("\n")) {
      String[] columns = event.split(",");
      assertTrue(!columns[1].equals("rejected"), event);
      if (columns[1].equals("trade")) {
        trades.add(columns[3] + " " + columns[7] + " " + columns[8]);
      }
    }

    assertEquals(plainTrades(commands), trades);
    assertTrue(trades.size() > 2_000, trades.size() + " trades");
  }

  private static String events(String lines) throws IOException {
    Capacities size = Capacities.SIM;
    ByteArrayOutputStream events = new ByteArrayOutputStream();
    try (Card card = new ModelCard(size)) {
      new KernelSession(
              card,
              InstrumentDefinition.usual(size.instruments(), size.levels()),
              new ByteArrayInputStream(lines.getBytes(StandardCharsets.US_ASCII)),
              events)
          .run();
    }
    return events.toString(StandardCharsets.US_ASCII);
  }

  private static List<String> plainTrades(List<FlowCommand> commands) {
    List<String> trades = new ArrayList<>();
    TreeMapBook book =
        new TreeMapBook((maker, price, lots) -> trades.add(maker + " " + price + " " + lots));
    for (FlowCommand command : commands) {
      long id = command.orderId();
      switch (command.kind()) {
        case REST, CROSS -> book.enter(id, command.buy(), command.price(), command.lots(), true);
        case IOC -> book.enter(id, command.buy(), command.price(), command.lots(), false);
        case CANCEL -> book.cancel(id);
        case MOVE -> book.move(id, command.price());
      }
    }
    return trades;
  }
}
