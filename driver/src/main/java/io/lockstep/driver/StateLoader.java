package io.lockstep.driver;

import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditInstrumentDecoder;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.AuditPositionDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.OrderPlace;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Turns the lines of an audit of everything into the commands that load the same state into a card
 * that was reset. Lines name no slots, since those are the host's: it is asked for them.
 *
 * <p>One thread; not for the hot path.
 */
public final class StateLoader implements EventHandler {
  /** What the host alone knows: the slots of the new card. */
  public interface Slots {
    /** The slot of a live order. */
    int ofOrder(long orderId);

    /** The position slot of an account in an instrument. */
    int ofPosition(int account, int instrument);
  }

  private final Slots slots;
  private final CommandWriter writer = new CommandWriter();
  private final List<UnsafeBuffer> instruments = new ArrayList<>();
  private final List<UnsafeBuffer> accounts = new ArrayList<>();
  private final List<UnsafeBuffer> positions = new ArrayList<>();
  private final List<UnsafeBuffer> orders = new ArrayList<>();

  /** Without any lines yet. */
  public StateLoader(Slots slots) {
    this.slots = slots;
  }

  /** Takes in an audit line, in the order of the audit; does nothing with another event. */
  @Override
  public void onEvent(DirectBuffer event, int offset) {
    switch (new EventHeaderDecoder().wrap(event, offset).templateId()) {
      case AuditInstrumentDecoder.TEMPLATE_ID ->
          instruments.add(
              setInstrument(
                  new AuditInstrumentDecoder()
                      .wrap(
                          event,
                          offset,
                          Card.MESSAGE_BYTES,
                          AuditInstrumentDecoder.SCHEMA_VERSION)));
      case AuditAccountDecoder.TEMPLATE_ID ->
          accounts.add(
              setAccount(
                  new AuditAccountDecoder()
                      .wrap(
                          event, offset, Card.MESSAGE_BYTES, AuditAccountDecoder.SCHEMA_VERSION)));
      case AuditPositionDecoder.TEMPLATE_ID ->
          positions.add(
              loadPosition(
                  new AuditPositionDecoder()
                      .wrap(
                          event, offset, Card.MESSAGE_BYTES, AuditPositionDecoder.SCHEMA_VERSION)));
      case AuditOrderDecoder.TEMPLATE_ID ->
          orders.add(
              loadOrder(
                  new AuditOrderDecoder()
                      .wrap(event, offset, Card.MESSAGE_BYTES, AuditOrderDecoder.SCHEMA_VERSION)));
      default -> {}
    }
  }

  /**
   * The commands of the lines taken in, in the order in which the card takes them: instruments,
   * accounts, positions, orders by priority, end of load. Each is to be answered by a {@code done}.
   */
  public List<UnsafeBuffer> commands() {
    List<UnsafeBuffer> all = new ArrayList<>(instruments);
    all.addAll(accounts);
    all.addAll(positions);
    all.addAll(orders);
    UnsafeBuffer end = begin();
    writer.endOfLoad();
    all.add(end);
    return all;
  }

  private UnsafeBuffer setInstrument(AuditInstrumentDecoder line) {
    UnsafeBuffer command = begin();
    writer.setInstrument(
        line.instrument(),
        line.windowBase(),
        line.bandLow(),
        line.bandHigh(),
        line.maxPrice(),
        line.maxQuantity());
    return command;
  }

  private UnsafeBuffer setAccount(AuditAccountDecoder line) {
    UnsafeBuffer command = begin();
    writer.setAccount(line.account(), line.selfTradeGroup());
    return command;
  }

  private UnsafeBuffer loadPosition(AuditPositionDecoder line) {
    UnsafeBuffer command = begin();
    writer.loadPosition(
        positionSlot(line.account(), line.instrument()),
        line.account(),
        line.instrument(),
        line.position());
    return command;
  }

  private UnsafeBuffer loadOrder(AuditOrderDecoder line) {
    UnsafeBuffer command = begin();
    writer
        .loadOrder(
            line.orderId(),
            line.place() == OrderPlace.PARKED,
            slots.ofOrder(line.orderId()),
            positionSlot(line.account(), line.instrument()),
            line.account(),
            line.session())
        .loadTerms(
            line.instrument(),
            line.side(),
            line.price(),
            line.total(),
            line.filled(),
            line.selfTradeGroup());
    return command;
  }

  private int positionSlot(long account, int instrument) {
    return slots.ofPosition((int) account, instrument);
  }

  private UnsafeBuffer begin() {
    UnsafeBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    writer.into(command, 0);
    return command;
  }
}
