package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.CardSchemaHash;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

/** The model's ring side: credit, limits, sequences, counters. */
class ModelCardRingTest {
  private final ModelCard card = new ModelCard(TestCapacities.TINY);
  private final List<Long> consumed = new ArrayList<>();
  private final List<Long> sequences = new ArrayList<>();
  private final List<Long> stamps = new ArrayList<>();
  private final DoneDecoder done = new DoneDecoder();

  @Test
  void acceptsAsManyCommandsAsTheWindowHasSlots() {
    for (int number = 0; number < 8; number++) {
      assertEquals(number, card.offer(TestDefinitions.barrier().bytes, 0));
    }
    assertEquals(Card.NO_CREDIT, card.offer(TestDefinitions.barrier().bytes, 0));
    assertEquals(1, card.poll(this::take, 1));
    assertEquals(8, card.offer(TestDefinitions.barrier().bytes, 0));
    assertEquals(Card.NO_CREDIT, card.offer(TestDefinitions.barrier().bytes, 0));
  }

  @Test
  void handsOverNoMoreEventsThanAskedFor() {
    card.offer(TestDefinitions.setInstrument(0, 50, 90, 110).bytes, 0);
    card.offer(TestDefinitions.setInstrument(1, 50, 90, 110).bytes, 0);
    card.offer(TestDefinitions.audit().bytes, 0);
    assertEquals(3, card.poll(this::take, 3));
    assertEquals(2, card.poll(this::take, 10));
    assertEquals(0, card.poll(this::take, 10));
    assertEquals(List.of(1L, 2L, 3L, 3L, 3L), consumed);
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), sequences);
    assertEquals(List.of(0L, 0L, 0L, 0L, 0L), stamps);
  }

  @Test
  void doesNotChangeTheCommandsBuffer() {
    DirectBuffer command = TestCommand.ofTemplate(31).withByte(4, 0x7F).bytes;
    byte[] before = command.byteArray().clone();
    card.offer(command, 0);
    assertArrayEquals(before, command.byteArray());
  }

  @Test
  void isLostOnceClosed() {
    card.offer(TestDefinitions.barrier().bytes, 0);
    card.close();
    card.close();
    assertEquals(Card.FAULTED, card.offer(TestDefinitions.barrier().bytes, 0));
    assertEquals(Card.FAULTED, card.poll(this::take, 1));
  }

  @Test
  void describesItsCapacitiesAndItsSchema() {
    assertEquals(4, card.description().instruments());
    assertEquals(128, card.description().levels());
    assertEquals(512, card.description().orderSlots());
    assertEquals(64, card.description().liveOrders());
    assertEquals(16, card.description().accounts());
    assertEquals(8, card.description().windowSlots());
    assertEquals(CardSchemaHash.VALUE, card.description().schemaHash());
  }

  @Test
  void countsCommandsByKindAndRefusalsByReason() {
    try (CardUnderTest driven = new CardUnderTest(card)) {
      driven.after(
          TestDefinitions.endOfLoad(),
          TestDefinitions.barrier(),
          TestCommand.cancel(1),
          TestCommand.cancel(2),
          TestCommand.ofTemplate(64),
          TestCommand.ofTemplate(65_535));
      assertEquals(6, card.counters().commands());
      assertEquals(1, card.counters().commands(TemplateId.BARRIER.value()));
      assertEquals(2, card.counters().commands(TemplateId.CANCEL.value()));
      assertEquals(2, card.counters().commands(64));
      assertEquals(2, card.counters().rejects(RejectReason.UNKNOWN_ORDER));
      assertEquals(2, card.counters().rejects(RejectReason.UNSUPPORTED_COMMAND));
      assertEquals(0, card.counters().rejects(RejectReason.POOL_FULL));
    }
  }

  @Test
  void refusesCapacitiesThatDoNotFitEachOther() {
    assertThrows(IllegalArgumentException.class, () -> new Capacities(4, 128, 300, 64, 16, 64, 8));
    assertThrows(IllegalArgumentException.class, () -> new Capacities(4, 128, 512, 64, 16, 64, 12));
    assertThrows(IllegalArgumentException.class, () -> new Capacities(0, 128, 512, 64, 16, 64, 8));
    Capacities tiny = TestCapacities.TINY;
    assertThrows(IllegalArgumentException.class, () -> tiny.withMargin(16, 8, 3));
    assertThrows(IllegalArgumentException.class, () -> tiny.withMargin(16, 32, 0));
    assertThrows(IllegalArgumentException.class, () -> tiny.withMargin(0, 32, 3));
  }

  @Test
  void tellsWhatItHasOfMargin() {
    try (ModelCard margined = new ModelCard(TestCapacities.TINY.withMargin(48, 32, 3))) {
      assertEquals(48, margined.description().portfolios());
      assertEquals(32, margined.description().scenarios());
      assertEquals(3, margined.description().groups());
    }
    assertEquals(0, card.description().portfolios());
    assertEquals(0, card.description().scenarios());
    assertEquals(0, card.description().groups());
  }

  private void take(DirectBuffer event, int offset) {
    done.wrap(event, offset, DoneDecoder.BLOCK_LENGTH, DoneDecoder.SCHEMA_VERSION);
    consumed.add(done.header().consumed());
    stamps.add(done.header().stampCycles());
    sequences.add(done.sequence());
  }
}
