package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditInstrumentDecoder;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.AuditPositionDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.LoadOrderEncoder;
import io.lockstep.schema.card.OrderPlace;
import java.util.HashMap;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The commands that load the state which an audit told, into a card that was reset. Audit lines do
 * not name slots: orders and positions get others than they had, in another order.
 */
final class RestoreScript {
  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandWriter writer;
  private final SettingCommands settings;
  private final LoadCommands loads;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final AuditInstrumentDecoder instrument = new AuditInstrumentDecoder();
  private final AuditOrderDecoder order = new AuditOrderDecoder();
  private final AuditPositionDecoder position = new AuditPositionDecoder();
  private final AuditAccountDecoder account = new AuditAccountDecoder();
  private final LoadOrderEncoder loadOrder = new LoadOrderEncoder();
  private final MutableDirectBuffer command = new ExpandableArrayBuffer(Card.MESSAGE_BYTES);

  RestoreScript(
      Dice dice,
      Knowledge knowledge,
      CommandWriter writer,
      SettingCommands settings,
      LoadCommands loads) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.writer = writer;
    this.settings = settings;
    this.loads = loads;
  }

  /**
   * Writes the script for the last audit's lines, while what is known is still of the card that
   * gave them.
   */
  void write(Script script) {
    Renumbering orderSlots = new Renumbering(dice, knowledge.card.orderSlots());
    Map<Integer, Integer> positionSlots = positionSlots();
    // Lines of accounts come last, but positions and orders need them.
    each(AuditInstrumentDecoder.TEMPLATE_ID, script, this::instrument);
    each(AuditAccountDecoder.TEMPLATE_ID, script, this::account);
    int[] rising = knowledge.positions.rising();
    int[] next = {0};
    each(
        AuditPositionDecoder.TEMPLATE_ID,
        script,
        (lines, at) -> {
          int slot = next[0] < rising.length ? positionSlots.get(rising[next[0]++]) : 0;
          position(lines, at, slot);
        });
    each(
        AuditOrderDecoder.TEMPLATE_ID,
        script,
        (lines, at) -> order(lines, at, orderSlots, positionSlots));
  }

  private Map<Integer, Integer> positionSlots() {
    Renumbering renumbering = new Renumbering(dice, knowledge.card.positions());
    Map<Integer, Integer> slots = new HashMap<>();
    for (int slot : knowledge.positions.rising()) {
      slots.put(slot, renumbering.of(slot));
    }
    return slots;
  }

  private void each(int template, Script script, Line write) {
    DirectBuffer lines = knowledge.audit.lines();
    for (int i = 0; i < knowledge.audit.count(); i++) {
      int at = i * Card.MESSAGE_BYTES;
      if (header.wrap(lines, at).templateId() == template) {
        write.write(lines, at);
        script.add(command);
      }
    }
  }

  private interface Line {
    void write(DirectBuffer lines, int at);
  }

  private void instrument(DirectBuffer lines, int at) {
    instrument.wrap(
        lines, at, AuditInstrumentDecoder.BLOCK_LENGTH, AuditInstrumentDecoder.SCHEMA_VERSION);
    settings.instrument(
        command,
        instrument.instrument(),
        instrument.windowBase(),
        instrument.bandLow(),
        instrument.bandHigh(),
        instrument.maxPrice(),
        instrument.maxQuantity());
  }

  private void account(DirectBuffer lines, int at) {
    account.wrap(lines, at, AuditAccountDecoder.BLOCK_LENGTH, AuditAccountDecoder.SCHEMA_VERSION);
    settings.account(command, (int) account.account(), account.selfTradeGroup());
  }

  private void position(DirectBuffer lines, int at, int slot) {
    position.wrap(
        lines, at, AuditPositionDecoder.BLOCK_LENGTH, AuditPositionDecoder.SCHEMA_VERSION);
    loads.position(
        command, slot, (int) position.account(), position.instrument(), position.position());
  }

  private void order(
      DirectBuffer lines, int at, Renumbering slots, Map<Integer, Integer> positionSlots) {
    order.wrap(lines, at, AuditOrderDecoder.BLOCK_LENGTH, AuditOrderDecoder.SCHEMA_VERSION);
    int slot = Math.max(0, knowledge.orders.slotOf(order.orderId()));
    int positionSlot = knowledge.orders.positionSlot(slot);
    writer
        .begin(command, LoadOrderEncoder.TEMPLATE_ID, order.orderId())
        .flags()
        .parked(order.place() == OrderPlace.PARKED);
    loadOrder
        .wrap(command, 0)
        .account(order.account())
        .session(order.session())
        .slot(slots.of(slot))
        .positionSlot(positionSlots.getOrDefault(positionSlot, 0))
        .price(order.price())
        .total(order.total())
        .filled(order.filled())
        .selfTradeGroup(order.selfTradeGroup())
        .instrument(order.instrument())
        .side(order.side());
  }

  /** Other numbers for slots: each moved by the same, perhaps the other way round. */
  private static final class Renumbering {
    private final int slots;
    private final int moved;
    private final boolean reversed;

    Renumbering(Dice dice, int slots) {
      this.slots = slots;
      moved = dice.oneIn(3) ? 0 : dice.below(slots);
      reversed = dice.oneIn(3);
    }

    int of(int slot) {
      return (moved + (reversed ? slots - 1 - slot : slot)) % slots;
    }
  }
}
