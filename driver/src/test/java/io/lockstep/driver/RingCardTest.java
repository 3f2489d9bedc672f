package io.lockstep.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.lockstep.schema.card.BarrierEncoder;
import io.lockstep.schema.card.FaultDecoder;
import io.lockstep.schema.card.TemplateId;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Window and ring, against a card in memory that keeps to the contract, and one that does not. */
class RingCardTest {
  private static final EventHandler IGNORE = (event, offset) -> {};

  private final UnsafeBuffer command = new UnsafeBuffer(new byte[64]);
  private final BarrierEncoder barrier = new BarrierEncoder();

  private static RingCard open(MemoryDevice device) {
    return RingCard.open(device, CardRequirements.NONE);
  }

  /** A barrier that is answered by 1 + logSequence % 4 events, each with `tag`. */
  private UnsafeBuffer barrier(long logSequence, int tag) {
    barrier.wrap(command, 0).header().templateId(BarrierEncoder.TEMPLATE_ID);
    barrier.header().logSequence(logSequence).windowSequence(0xDEAD);
    command.putInt(60, tag);
    return command;
  }

  private static int tag(DirectBuffer event, int offset) {
    return event.getInt(offset + 12);
  }

  @Test
  void numbersCommandsAndLeavesTheBufferUnchanged() {
    RingCard card = open(new MemoryDevice(4, 16));
    assertEquals(0, card.offer(barrier(0, 1), 0));
    assertEquals(1, card.offer(barrier(0, 2), 0));
    assertEquals(0xDEAD, command.getInt(4));
  }

  @Test
  void refusesWhatTheWindowHasNoRoomFor() {
    RingCard card = open(new MemoryDevice(4, 16));
    for (int i = 0; i < 4; i++) {
      assertEquals(i, card.offer(barrier(0, i), 0));
    }
    assertEquals(Card.NO_CREDIT, card.offer(barrier(0, 4), 0));
    assertEquals(1, card.poll(IGNORE, 1));
    assertEquals(4, card.offer(barrier(0, 4), 0));
    assertEquals(Card.NO_CREDIT, card.offer(barrier(0, 5), 0));
  }

  @Test
  void handsOverNoMoreThanTheLimitAndInOrder() {
    RingCard card = open(new MemoryDevice(8, 16));
    List<Integer> tags = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      card.offer(barrier(i, i), 0);
    }
    EventHandler collect = (event, offset) -> tags.add(tag(event, offset));
    assertEquals(3, card.poll(collect, 3));
    assertEquals(7, card.poll(collect, 100));
    assertEquals(0, card.poll(collect, 100));
    assertEquals(0, card.poll(collect, 0));
    assertEquals(List.of(0, 1, 1, 2, 2, 2, 3, 3, 3, 3), tags);
  }

  @Test
  void afterAResetNumbersBeginAnewAndEarlierEventsAreGone() {
    RingCard card = open(new MemoryDevice(4, 16));
    card.offer(barrier(3, 1), 0);
    card.offer(barrier(3, 2), 0);
    assertEquals(2, card.poll(IGNORE, 2));
    card.reset();
    List<Integer> tags = new ArrayList<>();
    assertEquals(0, card.offer(barrier(1, 7), 0));
    assertEquals(2, card.poll((event, offset) -> tags.add(tag(event, offset)), 10));
    assertEquals(List.of(7, 7), tags);
  }

  @Test
  void aLostCardStaysLostAfterAReset() {
    MemoryDevice device = new MemoryDevice(4, 16);
    RingCard card = open(device);
    device.lost = true;
    assertEquals(Card.FAULTED, card.poll(IGNORE, 1));
    card.reset();
    assertEquals(Card.FAULTED, card.offer(barrier(0, 1), 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aRingSmallerThanOneAnswerLosesNothing(int ringSlots) {
    MemoryDevice device = new MemoryDevice(4, ringSlots);
    RingCard card = open(device);
    List<Integer> tags = new ArrayList<>();
    for (int number = 0; number < 1000; number++) {
      int last = number;
      assertEquals(number, card.offer(barrier(3, number), 0));
      for (int events = 0; events < 4; ) {
        events += card.poll((event, offset) -> assertEquals(last, tag(event, offset)), 1);
      }
      tags.add(number);
    }
    assertEquals(1000, tags.size());
    assertEquals(4000, device.written());
  }

  @Test
  void returnsTheHeadBeforeHalfARingIsTaken() {
    MemoryDevice device = new MemoryDevice(4, 64);
    RingCard card = open(device);
    long before = device.headWrites;
    for (int i = 0; i < 64; i++) {
      card.offer(barrier(0, i), 0);
      card.poll(IGNORE, 10);
    }
    assertEquals(4, device.headWrites - before);
  }

  @Test
  void aMissingEventLosesTheCardAfterThoseBeforeIt() {
    MemoryDevice device = new MemoryDevice(4, 16);
    RingCard card = open(device);
    card.offer(barrier(0, 1), 0);
    device.advance();
    device.writeEvent(TemplateId.DONE.value(), 3, 1);
    assertEquals(1, card.poll(IGNORE, 10));
    assertEquals(Card.FAULTED, card.poll(IGNORE, 10));
    assertEquals(Card.FAULTED, card.offer(barrier(0, 2), 0));
    assertTrue(card.failure().contains("event 2 is missing"), card.failure());
  }

  @Test
  void anEventOfAnEarlierLapIsNotTakenForANewOne() {
    MemoryDevice device = new MemoryDevice(4, 2);
    RingCard card = open(device);
    for (int i = 0; i < 5; i++) {
      card.offer(barrier(0, i), 0);
      assertEquals(1, card.poll(IGNORE, 10));
      assertEquals(0, card.poll(IGNORE, 10));
    }
  }

  @Test
  void impossibleCreditLosesTheCard() {
    MemoryDevice device = new MemoryDevice(4, 16);
    RingCard card = open(device);
    card.offer(barrier(0, 1), 0);
    device.advance();
    assertEquals(1, card.poll(IGNORE, 10));
    device.writeEvent(TemplateId.DONE.value(), 2, 2);
    assertEquals(Card.FAULTED, card.poll(IGNORE, 10));
    assertTrue(card.failure().contains("2 commands consumed"), card.failure());
  }

  @Test
  void creditThatFallsLosesTheCard() {
    MemoryDevice device = new MemoryDevice(4, 16);
    RingCard card = open(device);
    card.offer(barrier(0, 1), 0);
    assertEquals(1, card.poll(IGNORE, 10));
    device.writeEvent(TemplateId.DONE.value(), 2, 0);
    assertEquals(Card.FAULTED, card.poll(IGNORE, 10));
  }

  @Test
  void aFaultEventIsHandedOverAndThenTheCardIsLost() {
    MemoryDevice device = new MemoryDevice(4, 16);
    RingCard card = open(device);
    device.writeEvent(TemplateId.FAULT.value(), 1, 0);
    device.ring.putInt(FaultDecoder.codeEncodingOffset(), 259, FaultDecoder.BYTE_ORDER);
    device.writeEvent(TemplateId.DONE.value(), 2, 0);
    assertEquals(1, card.poll(IGNORE, 10));
    assertEquals(Card.FAULTED, card.poll(IGNORE, 10));
    assertEquals("the card reports fault 259", card.failure());
  }

  @Test
  void aLostDeviceLosesTheCardAndSaysWhy() {
    MemoryDevice device = new MemoryDevice(4, 16);
    RingCard card = open(device);
    device.lost = true;
    assertEquals(Card.FAULTED, card.poll(IGNORE, 10));
    assertEquals("it was unplugged", card.failure());
  }

  @Test
  void aClosedCardAnswersThatItIsLost() {
    MemoryDevice device = new MemoryDevice(4, 16);
    RingCard card = open(device);
    card.close();
    assertTrue(device.closed);
    assertEquals(Card.FAULTED, card.offer(barrier(0, 0), 0));
    assertEquals(Card.FAULTED, card.poll(IGNORE, 10));
  }

  @Test
  @Timeout(60)
  void noSlotIsTornWhenTheCardRunsBesideTheHost() throws InterruptedException {
    MemoryDevice device = new MemoryDevice(64, 32);
    RingCard card = open(device);
    device.ownThread = true;
    Thread cardThread = new Thread(() -> runCard(device), "card");
    cardThread.start();
    long events = 0;
    long expected = 0;
    Tags tags = new Tags();
    for (int number = 0; number < 200_000; number++) {
      while (card.offer(barrier(number, number * 31), 0) == Card.NO_CREDIT) {
        int taken = card.poll(tags, 8);
        assertTrue(taken >= 0, card.failure());
        events += taken;
        Thread.yield();
      }
      expected += MemoryDevice.eventsFor(number);
    }
    while (events < expected) {
      int taken = card.poll(tags, 8);
      assertTrue(taken >= 0, card.failure());
      events += taken;
      Thread.yield();
    }
    cardThread.interrupt();
    cardThread.join();
    assertEquals(expected, events);
    assertEquals(0, tags.wrong);
  }

  private static void runCard(MemoryDevice device) {
    while (!Thread.currentThread().isInterrupted()) {
      if (!device.work()) {
        Thread.yield();
      }
    }
  }

  /** Counts events that do not carry their command's tag. */
  private static final class Tags implements EventHandler {
    private long number;
    private int left = MemoryDevice.eventsFor(0);
    private long wrong;

    @Override
    public void onEvent(DirectBuffer event, int offset) {
      if (tag(event, offset) != (int) number * 31) {
        wrong++;
      }
      if (--left == 0) {
        left = MemoryDevice.eventsFor(++number);
      }
    }
  }

  @Test
  void offerAndPollAllocateNothing() {
    RingCard card = open(new MemoryDevice(64, 64));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long bytes = Long.MAX_VALUE;
    // The compiler itself may allocate on this thread while code is still warming up.
    for (int round = 0; round < 10 && bytes > 0; round++) {
      long before = threads.getThreadAllocatedBytes(thread);
      for (int i = 0; i < 20_000; i++) {
        card.offer(barrier(i, i), 0);
        card.poll(IGNORE, 16);
      }
      bytes = threads.getThreadAllocatedBytes(thread) - before;
    }
    assertEquals(0, bytes);
  }
}
