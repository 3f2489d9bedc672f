package io.lockstep.host.kernel;

import static io.lockstep.host.kernel.CommandLine.COLUMNS;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.EventHandler;
import io.lockstep.host.csv.CsvLines;
import io.lockstep.host.csv.CsvOutput;
import io.lockstep.host.csv.LineException;
import io.lockstep.host.direct.CardLink;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Sends lines of commands to a card, one in flight, and writes its events as lines. It names slots,
 * sets accounts and opens positions by itself. One thread; a right line allocates nothing.
 */
public final class KernelSession {
  private final CardLink link;
  private final CommandWriter writer = new CommandWriter();
  private final CsvLines line;
  private final CsvOutput out;
  private final EventLines lines;
  private final LineCommands lineCommands;
  private final OrderUpdates updates;
  private final Instruments instruments;
  private final EventHandler tell = this::onEvent;
  private final Runnable sendSilently;
  private long commands;

  /**
   * Defines the instruments and ends the loading.
   *
   * @param card after its reset; stays open.
   * @throws IllegalArgumentException if the card refuses an instrument.
   */
  public KernelSession(
      Card card, List<InstrumentDefinition> definitions, InputStream in, OutputStream events) {
    this.link = new CardLink(card);
    this.out = new CsvOutput(events);
    this.line = new CsvLines(in, COLUMNS, out::flush);
    this.lines = new EventLines(out);
    LiveOrders orders = new LiveOrders(card.description().orderSlots());
    this.updates = new OrderUpdates(orders);
    this.instruments = new Instruments(definitions);
    Owners owners = new Owners(card.description(), instruments);
    this.sendSilently = () -> link.exchange(writer.command(), KernelSession::requireTaken);
    this.lineCommands = new LineCommands(line, writer, orders, instruments, owners, sendSilently);
    definitions.forEach(this::define);
    writer.endOfLoad();
    sendSilently.run();
  }

  private void define(InstrumentDefinition one) {
    writer.setInstrument(
        one.instrument(),
        one.windowBase(),
        one.bandLow(),
        one.bandHigh(),
        one.maxPrice(),
        one.maxQuantity());
    try {
      sendSilently.run();
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(
          "instrument " + one.instrument() + ": " + refused.getMessage(), refused);
    }
  }

  /** What the session does by itself is nobody's event. */
  private static void requireTaken(DirectBuffer event, int offset) {
    if (new EventHeaderDecoder().wrap(event, offset).templateId() == RejectedDecoder.TEMPLATE_ID) {
      RejectedDecoder rejected =
          new RejectedDecoder()
              .wrap(event, offset, RejectedDecoder.BLOCK_LENGTH, RejectedDecoder.SCHEMA_VERSION);
      throw new IllegalArgumentException("the card refuses it: " + rejected.reason());
    }
  }

  /**
   * Reads all lines.
   *
   * @throws LineException if one is wrong; the events of those before it are written.
   * @throws IOException if the lines cannot be read.
   * @throws IllegalStateException if the card is lost.
   */
  public void run() throws IOException {
    lines.header();
    try {
      while (line.next()) {
        lineCommands.write();
        link.exchange(writer.command(), tell);
        commands++;
      }
    } finally {
      out.flush();
    }
  }

  /** Lines sent so far. */
  public long commands() {
    return commands;
  }

  /** Events written so far. */
  public long events() {
    return lines.events();
  }

  private void onEvent(DirectBuffer event, int offset) {
    updates.onEvent(event, offset);
    instruments.onEvent(event, offset, writer.command());
    lines.write(line.line(), event, offset);
  }
}
