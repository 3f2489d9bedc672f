package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The kernel answers every command as the Java model does, byte for byte but for the ring's fields,
 * whatever the back-pressure. Method: random commands to both; the event port is ready, and the
 * next command there, in a share of the cycles.
 */
class KernelTest {
  private static final int COMMANDS = 60_000;
  private static final int CYCLES_PER_COMMAND_MOST = 20_000;

  /** The refusals that the commands drawn here reach for sure; the fuzz reaches all. */
  private static final Set<RejectReason> REACHED =
      EnumSet.of(
          RejectReason.UNSUPPORTED_FIELD,
          RejectReason.UNKNOWN_ORDER,
          RejectReason.QUANTITY_ZERO,
          RejectReason.QUANTITY_TOO_LARGE,
          RejectReason.PRICE_BEYOND_LIMIT,
          RejectReason.PRICE_OUTSIDE_WINDOW,
          RejectReason.SLOT_OCCUPIED,
          RejectReason.POOL_FULL,
          RejectReason.WOULD_CROSS,
          RejectReason.WOULD_SELF_TRADE,
          RejectReason.UNFILLABLE,
          RejectReason.WINDOW_INVALID,
          RejectReason.BAND_OUTSIDE_WINDOW,
          RejectReason.BOOK_NOT_EMPTY,
          RejectReason.ORDERS_OUTSIDE_BAND,
          RejectReason.NOT_RESTING,
          RejectReason.NOT_PARKED);

  @Rtl(module = "event_builder")
  RtlModule builder;

  @ParameterizedTest
  @CsvSource({"1, 100, 100", "2, 100, 40", "3, 50, 100", "4, 30, 60"})
  void answersAsTheModelDoes(
      long seed,
      int eventReadyPercent,
      int commandPercent,
      @Rtl(
              module = "kernel",
              parameters = {
                "INSTRUMENTS=4",
                "LEVELS=128",
                "ORDERS=512",
                "LIVE_ORDERS=64",
                "ACCOUNTS=4",
                "POSITIONS=16"
              })
          RtlModule dut) {
    compare(
        dut,
        new Capacities(4, 128, 512, 64, 4, 16, 8),
        80,
        seed,
        eventReadyPercent,
        commandPercent);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void answersAsTheModelDoesWithManyWordsOfLevels(
      long seed,
      @Rtl(
              module = "kernel",
              parameters = {
                "INSTRUMENTS=2",
                "LEVELS=8192",
                "ORDERS=512",
                "LIVE_ORDERS=48",
                "ACCOUNTS=2",
                "POSITIONS=16"
              })
          RtlModule dut) {
    compare(dut, new Capacities(2, 8192, 512, 48, 2, 16, 8), 400, seed, 100, 100);
  }

  /** The table of fpga/README.md: cycles to the first event, and until the next command. */
  @Test
  void takesTheCyclesThatItsDocumentationSays(
      @Rtl(
              module = "kernel",
              parameters = {
                "INSTRUMENTS=4",
                "LEVELS=128",
                "ORDERS=512",
                "LIVE_ORDERS=64",
                "ACCOUNTS=4",
                "POSITIONS=16"
              })
          RtlModule dut) {
    KernelPort kernel = new KernelPort(dut, builder);
    Orders orders = new Orders(kernel);
    orders.expect("the first bid of a side", orders.bid(1, 50, 10), 1, 3);
    orders.expect("a bid behind the best", orders.bid(2, 49, 10), 1, 2);
    orders.expect("a bid with a slot in use", orders.bid(2, 49, 10), 1, 2);
    orders.expect("an IOC without fill", orders.immediate(3, 51, 10), 1, 2);
    orders.expect("an ask with a part of one maker", orders.ask(4, 50, 4), 1, 5);
    orders.expect("an ask that takes the level", orders.ask(5, 50, 6), 1, 7);
    orders.expect("a bid on the same level", orders.bid(6, 49, 1), 1, 3);
    orders.expect("a bid on the same level", orders.bid(7, 49, 1), 1, 3);
    orders.expect("an ask with two makers", orders.ask(8, 49, 11), 1, 6);
    orders.expect("a bid behind the best", orders.bid(9, 40, 1), 1, 2);
    orders.expect("a bid on its level", orders.bid(10, 40, 5), 1, 2);
    orders.expect("a cancel behind the best", orders.cancel(9), 2, 3);
    orders.expect("an unknown cancel", orders.cancel(9), 2, 3);
    orders.expect("a replace in place", orders.replace(10, 40, 4), 2, 4);
    orders.expect("a replace behind the best", orders.replace(10, 41, 4), 2, 6);
    orders.expect("a replace to the best", orders.replace(10, 49, 5), 2, 7);
    orders.expect("a cancel at the best", orders.cancel(10), 2, 4);
    orders.expect("a cancel of the last bid", orders.cancel(7), 2, 7);
    orders.expect("the first bid of a side", orders.bid(11, 48, 10), 1, 3);
    orders.expect("a bid behind the best", orders.bid(12, 47, 10), 1, 2);
    orders.expect("an ask that reaches the next level", orders.ask(13, 47, 15), 1, 9);
    orders.expect("a bid at the best or better", orders.bid(14, 70, 10), 1, 3);
    orders.expect("an ask that reaches another word", orders.ask(15, 47, 12), 1, 12);
    orders.verify();
  }

  private void compare(
      RtlModule dut,
      Capacities capacities,
      int slots,
      long seed,
      int eventReadyPercent,
      int commandPercent) {
    RandomCommands commands =
        new RandomCommands(
            seed, capacities.instruments(), capacities.levels(), slots, capacities.accounts());
    Random random = new Random(seed);
    KernelPort kernel = new KernelPort(dut, builder);
    ModelCard model = new ModelCard(capacities);
    ArrayDeque<byte[]> expected = new ArrayDeque<>();
    UnsafeBuffer command = commands.next();
    boolean offered = false;
    int taken = 0;
    int silent = 0;
    while (taken < COMMANDS || !expected.isEmpty()) {
      if (!offered && taken < COMMANDS && KernelPort.chance(random, commandPercent)) {
        kernel.offer(command);
        offered = true;
      }
      kernel.clock(KernelPort.chance(random, eventReadyPercent));
      if (kernel.tookEvent()) {
        check(expected, kernel, seed, taken);
      }
      if (kernel.tookCommand()) {
        taken++;
        offered = false;
        model.offer(command, 0);
        model.poll((event, offset) -> expected.add(comparable(event, offset)), Integer.MAX_VALUE);
        command = commands.next();
      }
      silent = kernel.tookEvent() || kernel.tookCommand() ? 0 : silent + 1;
      assertTrue(silent < CYCLES_PER_COMMAND_MOST, "hangs after command " + taken);
    }
    assertSomeOfEverything(model);
  }

  /** A run that never reached a rule would say nothing of it. */
  private static void assertSomeOfEverything(ModelCard model) {
    for (RejectReason reason : REACHED) {
      assertTrue(model.counters().rejects(reason) > 0, "never refused for " + reason);
    }
  }

  private static void check(ArrayDeque<byte[]> expected, KernelPort kernel, long seed, int taken) {
    String where = "seed " + seed + ", command " + taken;
    byte[] due = expected.poll();
    assertTrue(due != null, where + ": an event that the model does not give");
    String actual = hex(comparable(kernel.event(), 0));
    assertEquals(hex(due), actual, where);
    assertEquals((due[2] & 1) != 0, kernel.tookLast(), where + ": the last flag beside the event");
  }

  /** Without stamp, consumed and sequence. */
  private static byte[] comparable(DirectBuffer event, int offset) {
    byte[] bytes = new byte[Card.MESSAGE_BYTES];
    event.getBytes(offset, bytes);
    for (int i = 4; i < 12; i++) {
      bytes[i] = 0;
    }
    for (int i = 60; i < 64; i++) {
      bytes[i] = 0;
    }
    return bytes;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }
}
