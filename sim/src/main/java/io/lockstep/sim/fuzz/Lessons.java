package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.ClosePositionDecoder;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EndOfLoadDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.KeptPlace;
import io.lockstep.schema.card.LoadOrderDecoder;
import io.lockstep.schema.card.LoadPositionDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.OpenPositionDecoder;
import io.lockstep.schema.card.ParkDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.SetAccountDecoder;
import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.SetWindowDecoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.schema.card.UnparkDecoder;
import io.lockstep.sim.fuzz.KnownOrders.NewOrder;
import org.agrona.DirectBuffer;

/** What an event, read beside its command, says about the card's state. */
final class Lessons {
  private final Knowledge knowledge;
  private final DirectBuffer commands;
  private final CommandHeaderDecoder commandHeader = new CommandHeaderDecoder();
  private final EventHeaderDecoder eventHeader = new EventHeaderDecoder();
  private final NewDecoder order = new NewDecoder();
  private final ReplaceDecoder replace = new ReplaceDecoder();
  private final ParkDecoder park = new ParkDecoder();
  private final SetInstrumentDecoder setInstrument = new SetInstrumentDecoder();
  private final SetAccountDecoder setAccount = new SetAccountDecoder();
  private final SetBandDecoder setBand = new SetBandDecoder();
  private final SetWindowDecoder setWindow = new SetWindowDecoder();
  private final OpenPositionDecoder openPosition = new OpenPositionDecoder();
  private final ClosePositionDecoder closePosition = new ClosePositionDecoder();
  private final LoadPositionDecoder loadPosition = new LoadPositionDecoder();
  private final LoadOrderDecoder loadOrder = new LoadOrderDecoder();
  private final AcceptedDecoder accepted = new AcceptedDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private final CancelledDecoder cancelled = new CancelledDecoder();
  private final ReplacedDecoder replaced = new ReplacedDecoder();
  private final TopOfBookDecoder topOfBook = new TopOfBookDecoder();

  Lessons(Knowledge knowledge, DirectBuffer commands) {
    this.knowledge = knowledge;
    this.commands = commands;
  }

  void learn(int template, int command, DirectBuffer event, int offset) {
    switch (eventHeader.wrap(event, offset).templateId()) {
      case AcceptedDecoder.TEMPLATE_ID -> {
        accepted.wrap(event, offset, AcceptedDecoder.BLOCK_LENGTH, AcceptedDecoder.SCHEMA_VERSION);
        enter(command, accepted.quantity());
      }
      case TradeDecoder.TEMPLATE_ID -> {
        trade.wrap(event, offset, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
        fill(template, command);
      }
      case CancelledDecoder.TEMPLATE_ID -> {
        cancelled.wrap(
            event, offset, CancelledDecoder.BLOCK_LENGTH, CancelledDecoder.SCHEMA_VERSION);
        int slot = knowledge.orders.slotOf(cancelled.orderId());
        if (slot >= 0) {
          knowledge.orders.end(slot);
        }
      }
      case ReplacedDecoder.TEMPLATE_ID -> {
        replaced.wrap(event, offset, ReplacedDecoder.BLOCK_LENGTH, ReplacedDecoder.SCHEMA_VERSION);
        replace(command);
      }
      case TopOfBookDecoder.TEMPLATE_ID -> {
        topOfBook.wrap(
            event, offset, TopOfBookDecoder.BLOCK_LENGTH, TopOfBookDecoder.SCHEMA_VERSION);
        if (topOfBook.instrument() < knowledge.instruments.count) {
          knowledge.instruments.learn(topOfBook);
        }
      }
      case RejectedDecoder.TEMPLATE_ID -> giveBackSlot(template, command);
      case DoneDecoder.TEMPLATE_ID -> learnOfDone(template, command);
      default -> {}
    }
  }

  // ---- orders

  private void enter(int command, long lots) {
    order.wrap(commands, command, NewDecoder.BLOCK_LENGTH, NewDecoder.SCHEMA_VERSION);
    if (order.header().flags().dryRun()) {
      giveBackSlot(NewDecoder.TEMPLATE_ID, command);
      return;
    }
    boolean stays = order.timeInForceRaw() == TimeInForce.GTC.value();
    if (!stays
        || order.slot() >= knowledge.card.orderSlots()
        || !knowledge.positions.isOpen((int) order.positionSlot())) {
      return;
    }
    int account = (int) order.account();
    knowledge.orders.enter(
        new NewOrder(
            (int) order.slot(),
            order.header().logSequence(),
            account,
            knowledge.accounts.isKnown(account) ? knowledge.accounts.group(account) : 0,
            knowledge.accounts.isKnown(account) ? knowledge.accounts.feeTier(account) : 0,
            (int) order.positionSlot(),
            order.instrument(),
            order.sideRaw() == Side.SELL.value(),
            order.header().flags().parked(),
            order.price(),
            lots),
        0);
  }

  private void fill(int template, int command) {
    fill(trade.makerId());
    if (!fill(trade.takerId()) && template == NewDecoder.TEMPLATE_ID) {
      // One that could not rest was never entered, but moves its position.
      order.wrap(commands, command, NewDecoder.BLOCK_LENGTH, NewDecoder.SCHEMA_VERSION);
      if (knowledge.positions.isOpen((int) order.positionSlot())) {
        boolean sells = order.sideRaw() == Side.SELL.value();
        knowledge.positions.fill((int) order.positionSlot(), sells, trade.quantity());
      }
    }
  }

  private boolean fill(long orderId) {
    int slot = knowledge.orders.slotOf(orderId);
    if (slot >= 0) {
      knowledge.orders.fill(slot, trade.quantity());
    }
    return slot >= 0;
  }

  private void replace(int command) {
    int slot = knowledge.orders.slotOf(replaced.orderId());
    if (slot < 0) {
      return;
    }
    knowledge.orders.setTotal(slot, replaced.total());
    if (replaced.place() == KeptPlace.LOST) {
      replace.wrap(commands, command, ReplaceDecoder.BLOCK_LENGTH, ReplaceDecoder.SCHEMA_VERSION);
      knowledge.orders.place(slot, replaced.price(), replace.header().flags().parked());
    }
  }

  /** A refused order's slot is as free as it was. */
  private void giveBackSlot(int template, int command) {
    long slot = -1;
    if (template == NewDecoder.TEMPLATE_ID) {
      order.wrap(commands, command, NewDecoder.BLOCK_LENGTH, NewDecoder.SCHEMA_VERSION);
      slot = order.timeInForceRaw() == TimeInForce.GTC.value() ? order.slot() : -1;
    } else if (template == LoadOrderDecoder.TEMPLATE_ID) {
      loadOrder.wrap(
          commands, command, LoadOrderDecoder.BLOCK_LENGTH, LoadOrderDecoder.SCHEMA_VERSION);
      slot = loadOrder.slot();
    }
    if (slot >= 0 && slot < knowledge.card.orderSlots()) {
      knowledge.orders.giveBack((int) slot);
    }
  }

  // ---- what is answered by done

  private void learnOfDone(int template, int command) {
    switch (template) {
      case ParkDecoder.TEMPLATE_ID, UnparkDecoder.TEMPLATE_ID -> {
        park.wrap(commands, command, ParkDecoder.BLOCK_LENGTH, ParkDecoder.SCHEMA_VERSION);
        int slot = knowledge.orders.slotOf(park.orderId());
        if (slot >= 0) {
          boolean parks = template == ParkDecoder.TEMPLATE_ID;
          knowledge.orders.place(slot, knowledge.orders.price(slot), parks);
        }
      }
      case OpenPositionDecoder.TEMPLATE_ID -> {
        openPosition.wrap(
            commands,
            command,
            OpenPositionDecoder.BLOCK_LENGTH,
            OpenPositionDecoder.SCHEMA_VERSION);
        open(openPosition.positionSlot(), openPosition.account(), openPosition.instrument(), 0);
      }
      case ClosePositionDecoder.TEMPLATE_ID -> {
        closePosition.wrap(
            commands,
            command,
            ClosePositionDecoder.BLOCK_LENGTH,
            ClosePositionDecoder.SCHEMA_VERSION);
        if (knowledge.positions.isOpen((int) closePosition.positionSlot())) {
          knowledge.positions.close((int) closePosition.positionSlot());
        }
      }
      case LoadPositionDecoder.TEMPLATE_ID -> {
        loadPosition.wrap(
            commands,
            command,
            LoadPositionDecoder.BLOCK_LENGTH,
            LoadPositionDecoder.SCHEMA_VERSION);
        open(
            loadPosition.positionSlot(),
            loadPosition.account(),
            loadPosition.instrument(),
            loadPosition.position());
      }
      case LoadOrderDecoder.TEMPLATE_ID -> enterLoaded(command);
      case EndOfLoadDecoder.TEMPLATE_ID -> knowledge.onEndOfLoad();
      default -> learnOfSetting(template, command);
    }
  }

  private void open(long slot, long account, int instrument, long lots) {
    if (slot < knowledge.card.positions()
        && account < knowledge.card.accounts()
        && instrument < knowledge.card.instruments()) {
      knowledge.positions.open((int) slot, (int) account, instrument, lots);
    }
  }

  private void enterLoaded(int command) {
    loadOrder.wrap(
        commands, command, LoadOrderDecoder.BLOCK_LENGTH, LoadOrderDecoder.SCHEMA_VERSION);
    if (loadOrder.slot() >= knowledge.card.orderSlots()
        || !knowledge.positions.isOpen((int) loadOrder.positionSlot())) {
      return;
    }
    knowledge.orders.enter(
        new NewOrder(
            (int) loadOrder.slot(),
            loadOrder.header().logSequence(),
            (int) loadOrder.account(),
            (int) loadOrder.selfTradeGroup(),
            loadOrder.feeTier(),
            (int) loadOrder.positionSlot(),
            loadOrder.instrument(),
            loadOrder.sideRaw() == Side.SELL.value(),
            loadOrder.header().flags().parked(),
            loadOrder.price(),
            loadOrder.total()),
        loadOrder.filled());
  }

  private void learnOfSetting(int template, int command) {
    KnownInstruments instruments = knowledge.instruments;
    switch (template) {
      case SetInstrumentDecoder.TEMPLATE_ID -> {
        setInstrument.wrap(
            commands,
            command,
            SetInstrumentDecoder.BLOCK_LENGTH,
            SetInstrumentDecoder.SCHEMA_VERSION);
        if (setInstrument.instrument() < instruments.count) {
          instruments.learn(setInstrument);
        }
      }
      case SetBandDecoder.TEMPLATE_ID -> {
        setBand.wrap(commands, command, SetBandDecoder.BLOCK_LENGTH, SetBandDecoder.SCHEMA_VERSION);
        if (setBand.instrument() < instruments.count) {
          instruments.learn(setBand);
        }
      }
      case SetWindowDecoder.TEMPLATE_ID -> {
        setWindow.wrap(
            commands, command, SetWindowDecoder.BLOCK_LENGTH, SetWindowDecoder.SCHEMA_VERSION);
        if (setWindow.instrument() < instruments.count) {
          instruments.learnBase(setWindow.instrument(), setWindow.windowBase());
        }
      }
      case SetAccountDecoder.TEMPLATE_ID -> {
        setAccount.wrap(
            commands, command, SetAccountDecoder.BLOCK_LENGTH, SetAccountDecoder.SCHEMA_VERSION);
        if (setAccount.account() < knowledge.accounts.capacity()) {
          knowledge.accounts.learn(
              (int) setAccount.account(), (int) setAccount.selfTradeGroup(), setAccount.feeTier());
        }
      }
      default -> {}
    }
  }
}
