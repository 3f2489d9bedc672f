package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.CancelDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.card.TradeDecoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What the generator knows of the card, from the commands that it sent and their events. Only as
 * good as it needs to be: where a card errs, this may be wrong too, and must not fail.
 */
final class Knowledge {
  final CardDescription card;
  final KnownOrders orders;
  final KnownInstruments instruments;

  private final UnsafeBuffer inFlight;
  private final int inFlightMask;
  private final CommandHeaderDecoder commandHeader = new CommandHeaderDecoder();
  private final EventHeaderDecoder eventHeader = new EventHeaderDecoder();
  private final NewDecoder order = new NewDecoder();
  private final CancelDecoder cancel = new CancelDecoder();
  private final SetInstrumentDecoder setInstrument = new SetInstrumentDecoder();
  private final SetBandDecoder setBand = new SetBandDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private long sent;
  private long answered;
  private boolean accepted;
  private long openLots;

  Knowledge(CardDescription card) {
    this.card = card;
    orders = new KnownOrders(card.orderSlots(), card.instruments());
    instruments = new KnownInstruments(card.instruments(), card.levels());
    inFlight = new UnsafeBuffer(new byte[card.windowSlots() * Card.MESSAGE_BYTES]);
    inFlightMask = card.windowSlots() - 1;
  }

  /** Commands sent. */
  long sent() {
    return sent;
  }

  /** Commands whose last event has come. */
  long answered() {
    return answered;
  }

  /** Template of the command that the next event belongs to. */
  int templateOfOldest() {
    return commandHeader.wrap(inFlight, place(answered)).templateId();
  }

  /** Remembers a command until it is answered. */
  void onSent(DirectBuffer command) {
    inFlight.putBytes(place(sent), command, 0, Card.MESSAGE_BYTES);
    sent++;
  }

  /** Learns from an event of the oldest command not yet answered. */
  void onEvent(DirectBuffer event, int offset) {
    int command = place(answered);
    int template = commandHeader.wrap(inFlight, command).templateId();
    switch (template) {
      case NewDecoder.TEMPLATE_ID -> learnOfNew(command, event, offset);
      case CancelDecoder.TEMPLATE_ID -> learnOfCancel(command, event, offset);
      case SetInstrumentDecoder.TEMPLATE_ID, SetBandDecoder.TEMPLATE_ID ->
          learnOfSetting(template, command, event, offset);
      default -> {}
    }
    if (eventHeader.wrap(event, offset).flags().last()) {
      answered++;
    }
  }

  private void learnOfNew(int command, DirectBuffer event, int offset) {
    order.wrap(inFlight, command, NewDecoder.BLOCK_LENGTH, NewDecoder.SCHEMA_VERSION);
    switch (eventHeader.wrap(event, offset).templateId()) {
      case AcceptedDecoder.TEMPLATE_ID -> {
        accepted = true;
        openLots = order.quantity();
      }
      case TradeDecoder.TEMPLATE_ID -> {
        trade.wrap(event, offset, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
        openLots -= trade.quantity();
        orders.fill((int) trade.makerSlot(), trade.quantity());
      }
      case CancelledDecoder.TEMPLATE_ID, RejectedDecoder.TEMPLATE_ID -> openLots = 0;
      default -> {}
    }
    if (eventHeader.flags().last()) {
      settleNew();
    }
  }

  private void settleNew() {
    int slot = (int) order.slot();
    boolean inPool = Integer.compareUnsigned(slot, card.orderSlots()) < 0;
    if (inPool && order.timeInForceRaw() == TimeInForce.GTC.value()) {
      if (accepted && openLots > 0 && !orders.isLive(slot)) {
        long orderId = order.header().logSequence();
        orders.enter(slot, orderId, (int) order.account(), order.instrument(), openLots);
      } else {
        orders.giveBack(slot);
      }
    }
    accepted = false;
    openLots = 0;
  }

  private void learnOfCancel(int command, DirectBuffer event, int offset) {
    if (eventHeader.wrap(event, offset).templateId() == CancelledDecoder.TEMPLATE_ID) {
      cancel.wrap(inFlight, command, CancelDecoder.BLOCK_LENGTH, CancelDecoder.SCHEMA_VERSION);
      orders.end((int) cancel.slot());
    }
  }

  private void learnOfSetting(int template, int command, DirectBuffer event, int offset) {
    if (eventHeader.wrap(event, offset).templateId() != DoneDecoder.TEMPLATE_ID) {
      return;
    }
    if (template == SetInstrumentDecoder.TEMPLATE_ID) {
      setInstrument.wrap(
          inFlight,
          command,
          SetInstrumentDecoder.BLOCK_LENGTH,
          SetInstrumentDecoder.SCHEMA_VERSION);
      if (setInstrument.instrument() < instruments.count) {
        instruments.learn(setInstrument);
      }
    } else {
      setBand.wrap(inFlight, command, SetBandDecoder.BLOCK_LENGTH, SetBandDecoder.SCHEMA_VERSION);
      if (setBand.instrument() < instruments.count) {
        instruments.learn(setBand);
      }
    }
  }

  private int place(long number) {
    return (int) (number & inFlightMask) * Card.MESSAGE_BYTES;
  }
}
