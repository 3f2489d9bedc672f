package io.lockstep.sim.rtl;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.AuditEncoder;
import io.lockstep.schema.card.BarrierEncoder;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.EndOfLoadEncoder;
import io.lockstep.schema.card.MassCancelEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OpenPositionEncoder;
import io.lockstep.schema.card.ParkEncoder;
import io.lockstep.schema.card.ReplaceEncoder;
import io.lockstep.schema.card.SetAccountEncoder;
import io.lockstep.schema.card.SetBandEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.UnparkEncoder;
import java.nio.ByteOrder;
import java.util.Random;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Commands drawn from a seed, for few instruments, slots and accounts, so that books cross, levels
 * empty and refusals of every reason come up. Windows lie so that levels wrap round.
 */
final class RandomCommands {
  private static final int[] WINDOW_BASES = {-50, 1_000_000, -2_000_000_033, 2_147_483_647 - 5_000};
  private static final int LARGEST_QUANTITY = 200;
  private static final int REMEMBERED = 64;
  private static final int FLAGS_OFFSET = 2;
  private static final int POST_ONLY = 4;
  private static final int PARKED = 16;

  private final Random random;
  private final int instruments;
  private final int levels;
  private final int slots;
  private final int accounts;
  private final long[] recentIds = new long[REMEMBERED];
  private final int[] recentSlots = new int[REMEMBERED];
  private final int[] recentAccounts = new int[REMEMBERED];
  private final int[] recentInstruments = new int[REMEMBERED];
  private final int[] recentPrices = new int[REMEMBERED];
  private final UnsafeBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private final CommandHeaderEncoder header = new CommandHeaderEncoder();
  private final NewEncoder order = new NewEncoder();
  private final CancelEncoder cancel = new CancelEncoder();
  private final ReplaceEncoder replace = new ReplaceEncoder();
  private final MassCancelEncoder massCancel = new MassCancelEncoder();
  private final SetInstrumentEncoder setInstrument = new SetInstrumentEncoder();
  private final SetBandEncoder setBand = new SetBandEncoder();
  private long number;
  private int setUp;

  /**
   * Draws from these ranges.
   *
   * @param slots of the pool that are used.
   */
  RandomCommands(long seed, int instruments, int levels, int slots, int accounts) {
    this.random = new Random(seed);
    this.instruments = instruments;
    this.levels = levels;
    this.slots = slots;
    this.accounts = accounts;
  }

  /** The next command; the buffer is used again. */
  UnsafeBuffer next() {
    command.setMemory(0, Card.MESSAGE_BYTES, (byte) 0);
    number++;
    int draw = random.nextInt(1_000);
    if (setUp <= instruments + accounts + instruments * accounts) {
      setUp(setUp++);
    } else if (draw < 560) {
      newOrder();
    } else if (draw < 750) {
      newCancel(CancelEncoder.TEMPLATE_ID);
    } else if (draw < 850) {
      newReplace();
    } else if (draw < 940) {
      newCancel(random.nextBoolean() ? ParkEncoder.TEMPLATE_ID : UnparkEncoder.TEMPLATE_ID);
    } else if (draw < 945) {
      newMassCancel();
    } else if (draw < 960) {
      newBand();
    } else if (draw < 965) {
      newInstrument(random.nextInt(instruments + 1));
    } else if (draw < 970) {
      begin(AuditEncoder.TEMPLATE_ID);
      command.putShort(
          AuditEncoder.linesEncodingOffset(), (short) random.nextInt(5), ByteOrder.LITTLE_ENDIAN);
    } else if (draw < 980) {
      begin(BarrierEncoder.TEMPLATE_ID);
    } else {
      hostile();
    }
    return command;
  }

  /** Instruments, accounts, a position of each account in each instrument, and the end of load. */
  private void setUp(int step) {
    int position = step - instruments - accounts;
    if (step < instruments) {
      newInstrument(step);
    } else if (position < 0) {
      begin(SetAccountEncoder.TEMPLATE_ID);
      new SetAccountEncoder().wrap(command, 0).account(step - instruments).selfTradeGroup(step / 2);
    } else if (position < instruments * accounts) {
      begin(OpenPositionEncoder.TEMPLATE_ID);
      new OpenPositionEncoder()
          .wrap(command, 0)
          .positionSlot(position)
          .account(position / instruments)
          .instrument(position % instruments);
    } else {
      begin(EndOfLoadEncoder.TEMPLATE_ID);
    }
  }

  private void begin(int template) {
    header.wrap(command, 0).templateId(template).logSequence(number);
  }

  private int base(int instrument) {
    return WINDOW_BASES[instrument % WINDOW_BASES.length];
  }

  /** Most often near the middle of the window, now and then anywhere round it. */
  private int price(int instrument) {
    int middle = base(instrument) + levels / 2;
    return switch (random.nextInt(20)) {
      case 0 -> base(instrument) + random.nextInt(levels);
      case 1 -> base(instrument) + (random.nextBoolean() ? -1 - random.nextInt(3) : levels);
      default -> middle - 8 + random.nextInt(16);
    };
  }

  private void newOrder() {
    begin(NewEncoder.TEMPLATE_ID);
    int instrument = random.nextInt(instruments);
    int slot = random.nextInt(slots);
    int account = random.nextInt(accounts);
    int price = price(instrument);
    boolean ioc = random.nextInt(4) == 0;
    boolean gtcFlag = !ioc && random.nextInt(6) == 0;
    order
        .wrap(command, 0)
        .account(account)
        .session(random.nextInt() & 0xFFFF_FFFFL)
        .slot(slot)
        .positionSlot(account * instruments + instrument)
        .price(price)
        .quantity(random.nextInt(50) == 0 ? 0 : 1 + random.nextInt(LARGEST_QUANTITY))
        .instrument(instrument);
    put(NewEncoder.sideEncodingOffset(), random.nextInt(2));
    put(NewEncoder.timeInForceEncodingOffset(), ioc ? 1 + random.nextInt(2) : 0);
    put(NewEncoder.selfTradePreventionEncodingOffset(), random.nextInt(3));
    if (gtcFlag) {
      put(FLAGS_OFFSET, random.nextBoolean() ? POST_ONLY : PARKED);
    }
    put(NewEncoder.orderTypeEncodingOffset(), ioc && random.nextInt(9) == 0 ? 1 : 0);
    if (!ioc) {
      int place = (int) (number % REMEMBERED);
      recentIds[place] = number;
      recentSlots[place] = slot;
      recentAccounts[place] = account;
      recentInstruments[place] = instrument;
      recentPrices[place] = price;
    }
  }

  /** Of an order that was sent not long ago, live or not; now and then by another account. */
  private void newCancel(int template) {
    begin(template);
    int place = random.nextInt(REMEMBERED);
    int stranger = random.nextInt(20) == 0 ? 1 : 0;
    cancel
        .wrap(command, 0)
        .orderId(recentIds[place])
        .slot(recentSlots[place])
        .account(recentAccounts[place] + stranger);
  }

  /** In place, to another price, or to nothing open; of an order that was sent not long ago. */
  private void newReplace() {
    begin(ReplaceEncoder.TEMPLATE_ID);
    int place = random.nextInt(REMEMBERED);
    replace
        .wrap(command, 0)
        .orderId(recentIds[place])
        .slot(recentSlots[place])
        .account(recentAccounts[place])
        .instrument(recentInstruments[place])
        .price(random.nextBoolean() ? recentPrices[place] : price(recentInstruments[place]))
        .total(random.nextInt(LARGEST_QUANTITY));
    put(ReplaceEncoder.selfTradePreventionEncodingOffset(), random.nextInt(3));
    put(FLAGS_OFFSET, random.nextInt(6) == 0 ? PARKED : 0);
  }

  private void newMassCancel() {
    begin(MassCancelEncoder.TEMPLATE_ID);
    massCancel
        .wrap(command, 0)
        .account(random.nextInt(accounts))
        .session(MassCancelEncoder.sessionNullValue())
        .instrument(
            random.nextBoolean()
                ? MassCancelEncoder.instrumentNullValue()
                : random.nextInt(instruments));
  }

  private void newBand() {
    begin(SetBandEncoder.TEMPLATE_ID);
    int instrument = random.nextInt(instruments);
    int low = base(instrument) + random.nextInt(levels) - 1;
    setBand.wrap(command, 0).instrument(instrument);
    if (random.nextInt(2) == 0) {
      setBand.low(base(instrument)).high(base(instrument) + levels - 1);
    } else {
      setBand.low(low).high(low + random.nextInt(levels));
    }
  }

  /** Sometimes a window that does not fit the prices; limits that cut off a few of them. */
  private void newInstrument(int instrument) {
    begin(SetInstrumentEncoder.TEMPLATE_ID);
    int base = base(instrument);
    int windowBase =
        switch (setUp <= instruments ? 3 : random.nextInt(4)) {
          case 0 -> Integer.MIN_VALUE;
          case 1 -> Integer.MAX_VALUE - levels + 2 - random.nextInt(2);
          default -> base;
        };
    setInstrument
        .wrap(command, 0)
        .instrument(instrument)
        .windowBase(windowBase)
        .bandLow(windowBase)
        .bandHigh(windowBase + levels - 1)
        .maxPrice(Math.max(Math.abs(base), Math.abs(base + levels - 1)) - 1)
        .maxQuantity(LARGEST_QUANTITY - 1);
  }

  /** Some command with some bytes overwritten, or nothing but noise. */
  private void hostile() {
    if (random.nextBoolean()) {
      switch (random.nextInt(4)) {
        case 0 -> newCancel(CancelEncoder.TEMPLATE_ID);
        case 1 -> newBand();
        case 2 -> newInstrument(random.nextInt(instruments));
        default -> newOrder();
      }
      for (int i = random.nextInt(3); i >= 0; i--) {
        put(random.nextInt(Card.MESSAGE_BYTES), random.nextInt(256));
      }
    } else {
      byte[] noise = new byte[Card.MESSAGE_BYTES];
      random.nextBytes(noise);
      command.putBytes(0, noise);
      put(1, 0);
      put(0, random.nextInt(36));
    }
  }

  private void put(int offset, int value) {
    ((MutableDirectBuffer) command).putByte(offset, (byte) value);
  }
}
