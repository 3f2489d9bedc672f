package io.lockstep.bench.cycles;

import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TimeInForce;
import io.lockstep.schema.card.TradeDecoder;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The mixed flow of an ordinary book: about 1,000 resting orders on 250 levels; 40 % orders that
 * rest, 25.5 % cancels, 19.5 % price moves (a cancel, then a new), 10 % IOC, 5 % orders that cross
 * and may rest; and 1 % refused, to measure these too. It learns from the events what is live, so
 * all events of a command must be handed to it before the next command is asked for.
 */
final class MixedFlow implements EventHandler {
  private static final int INSTRUMENT = 0;
  private static final int MID = 2048;
  private static final int LEVELS_A_SIDE = 125;
  private static final int LIVE_TARGET = 1000;
  private static final int LIVE_SLACK = 100;
  private static final int SLOTS = 4096;
  private static final int LOTS_MAX = 100;
  private static final int BUYER = 1;
  private static final int SELLER = 2;
  private static final int NONE = -1;

  private final Random random;
  private final CommandHeaderEncoder header = new CommandHeaderEncoder();
  private final NewEncoder newOrder = new NewEncoder();
  private final CancelEncoder cancel = new CancelEncoder();
  private final EventHeaderDecoder eventHeader = new EventHeaderDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private final CancelledDecoder cancelled = new CancelledDecoder();

  private final long[] idOf = new long[SLOTS];
  private final int[] accountOf = new int[SLOTS];
  private final int[] openOf = new int[SLOTS];
  private final int[] liveSlots = new int[SLOTS];
  private final int[] placeOf = new int[SLOTS];
  private final int[] freeSlots = new int[SLOTS];
  private int live;
  private int free;
  private long sequence;
  private boolean moving;

  private int pendingSlot = NONE;
  private int pendingOpen;
  private boolean pendingRests;

  MixedFlow(long seed) {
    random = new Random(seed);
    for (int slot = SLOTS - 1; slot >= 0; slot--) {
      freeSlots[free++] = slot;
    }
  }

  /** The command that defines the flow's instrument; to be sent first. */
  void define(MutableDirectBuffer command) {
    command.setMemory(0, SetInstrumentEncoder.BLOCK_LENGTH, (byte) 0);
    header(command, SetInstrumentEncoder.TEMPLATE_ID);
    new SetInstrumentEncoder()
        .wrap(command, 0)
        .instrument(INSTRUMENT)
        .windowBase(0)
        .bandLow(0)
        .bandHigh(2 * MID - 1)
        .maxPrice(2 * MID)
        .maxQuantity(LOTS_MAX);
  }

  /** Writes the next command. */
  void next(MutableDirectBuffer command) {
    command.setMemory(0, NewEncoder.BLOCK_LENGTH, (byte) 0);
    pendingSlot = NONE;
    int draw = random.nextInt(1000);
    if (moving || live < LIVE_TARGET - LIVE_SLACK) {
      moving = false;
      rest(command);
    } else if (live > LIVE_TARGET + LIVE_SLACK) {
      cancel(command);
    } else if (draw < 10) {
      enter(command, Side.BUY, MID, 0, TimeInForce.GTC);
    } else if (draw < 400) {
      rest(command);
    } else if (draw < 655) {
      cancel(command);
    } else if (draw < 850) {
      moving = true;
      cancel(command);
    } else {
      cross(command, draw < 950 ? TimeInForce.IOC : TimeInForce.GTC);
    }
  }

  private void rest(MutableDirectBuffer command) {
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    int away = 1 + random.nextInt(LEVELS_A_SIDE);
    int price = side == Side.BUY ? MID - away : MID + away;
    enter(command, side, price, lots(), TimeInForce.GTC);
  }

  /** Half of the IOC orders stop short of the other side's best level. */
  private void cross(MutableDirectBuffer command, TimeInForce timeInForce) {
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    int reach = timeInForce == TimeInForce.IOC && random.nextBoolean() ? 0 : random.nextInt(8);
    int price = side == Side.BUY ? MID + reach : MID - reach;
    enter(command, side, price, 2 * lots(), timeInForce);
  }

  private int lots() {
    return 1 + random.nextInt(LOTS_MAX / 2);
  }

  private void enter(
      MutableDirectBuffer command, Side side, int price, int lots, TimeInForce timeInForce) {
    header(command, NewEncoder.TEMPLATE_ID);
    int slot = freeSlots[--free];
    int account = side == Side.BUY ? BUYER : SELLER;
    newOrder
        .wrap(command, 0)
        .account(account)
        .slot(slot)
        .price(price)
        .quantity(lots)
        .instrument(INSTRUMENT)
        .side(side)
        .orderType(OrderType.LIMIT)
        .timeInForce(timeInForce)
        .selfTradePrevention(SelfTradePrevention.CANCEL_INCOMING);
    pendingSlot = slot;
    pendingOpen = lots;
    pendingRests = timeInForce == TimeInForce.GTC;
    accountOf[slot] = account;
  }

  private void cancel(MutableDirectBuffer command) {
    header(command, CancelEncoder.TEMPLATE_ID);
    int slot = liveSlots[random.nextInt(live)];
    cancel.wrap(command, 0).orderId(idOf[slot]).slot(slot).account(accountOf[slot]);
  }

  private void header(MutableDirectBuffer command, int template) {
    header.wrap(command, 0).templateId(template).logSequence(++sequence);
  }

  @Override
  public void onEvent(DirectBuffer event, int offset) {
    eventHeader.wrap(event, offset);
    switch (eventHeader.templateId()) {
      case TradeDecoder.TEMPLATE_ID -> {
        trade.wrap(event, offset, TradeDecoder.BLOCK_LENGTH, TradeDecoder.SCHEMA_VERSION);
        int lots = (int) trade.quantity();
        int maker = (int) trade.makerSlot();
        pendingOpen -= lots;
        openOf[maker] -= lots;
        if (openOf[maker] == 0) {
          leave(maker);
        }
      }
      case CancelledDecoder.TEMPLATE_ID -> {
        cancelled.wrap(
            event, offset, CancelledDecoder.BLOCK_LENGTH, CancelledDecoder.SCHEMA_VERSION);
        if (pendingSlot == NONE) {
          leave(slotOf(cancelled.orderId()));
        } else {
          pendingOpen = 0;
        }
      }
      case RejectedDecoder.TEMPLATE_ID -> pendingOpen = 0;
      default -> {}
    }
    if (eventHeader.flags().last() && pendingSlot != NONE) {
      if (pendingRests && pendingOpen > 0) {
        join(pendingSlot);
      } else {
        freeSlots[free++] = pendingSlot;
      }
    }
  }

  private int slotOf(long orderId) {
    for (int i = 0; i < live; i++) {
      if (idOf[liveSlots[i]] == orderId) {
        return liveSlots[i];
      }
    }
    throw new IllegalStateException("the card cancelled order " + orderId + ", not live");
  }

  private void join(int slot) {
    idOf[slot] = sequence;
    openOf[slot] = pendingOpen;
    placeOf[slot] = live;
    liveSlots[live++] = slot;
  }

  private void leave(int slot) {
    int last = liveSlots[--live];
    liveSlots[placeOf[slot]] = last;
    placeOf[last] = placeOf[slot];
    freeSlots[free++] = slot;
  }
}
