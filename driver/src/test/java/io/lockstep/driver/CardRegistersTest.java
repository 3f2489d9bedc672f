package io.lockstep.driver;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.BlockHeaderEncoder;
import io.lockstep.schema.card.CapacityBlockEncoder;
import io.lockstep.schema.card.CardSchemaHash;
import io.lockstep.schema.card.CounterBlockEncoder;
import io.lockstep.schema.card.EventRingBlockEncoder;
import io.lockstep.schema.card.IdentityBlockEncoder;
import io.lockstep.schema.card.LatencyBlockEncoder;
import io.lockstep.schema.card.RejectReason;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Discovery takes a right BAR 0 and refuses each wrong one by name. */
class CardRegistersTest {
  private final MemoryDevice device = new MemoryDevice(256, 16);
  private final UnsafeBuffer image = device.registers;

  private void refused(String... parts) {
    refused(() -> CardRegisters.discover(device), parts);
  }

  private static void refused(Runnable action, String... parts) {
    CardRefusedException refusal = assertThrows(CardRefusedException.class, action::run);
    for (String part : parts) {
      assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }
  }

  private BlockHeaderEncoder header(int offset) {
    return new BlockHeaderEncoder().wrap(image, offset);
  }

  private IdentityBlockEncoder identity() {
    return new IdentityBlockEncoder().wrap(image, 0);
  }

  private CapacityBlockEncoder capacity() {
    return new CapacityBlockEncoder().wrap(image, RegisterImage.CAPACITY);
  }

  @Test
  void readsWhatTheCardSaysOfItself() {
    CardDescription card = CardRegisters.discover(device).description();
    assertEquals(
        new CardDescription(
            7,
            CardSchemaHash.VALUE,
            1,
            3,
            250_000,
            64,
            4096,
            65_536,
            65_280,
            16_384,
            1_024,
            65_536,
            32,
            16,
            256),
        card);
  }

  @Test
  void readsCounters() {
    new CounterBlockEncoder()
        .wrap(image, RegisterImage.COUNTERS)
        .commands(11)
        .events(0xFFFF_FFFEL)
        .windowOutOfSequence(3)
        .windowBadWrite(4)
        .stallCycles(5)
        .busErrors(6)
        .rejects(RejectReason.POOL_FULL.value(), 77);
    new LatencyBlockEncoder().wrap(image, RegisterImage.LATENCY).buckets(63, 9);
    CardRegisters registers = CardRegisters.discover(device);
    assertEquals(11, registers.commands());
    assertEquals(0xFFFF_FFFEL, registers.events());
    assertEquals(3, registers.windowOutOfSequence());
    assertEquals(4, registers.windowBadWrites());
    assertEquals(5, registers.stallCycles());
    assertEquals(6, registers.busErrors());
    assertEquals(77, registers.rejects(RejectReason.POOL_FULL));
    assertEquals(0, registers.rejects(RejectReason.QUANTITY_ZERO));
    assertEquals(9, registers.latencyCount(63));
    assertThrows(IndexOutOfBoundsException.class, () -> registers.latencyCount(64));
  }

  @Test
  void refusesAnotherMagic() {
    identity().magic(0x12345678);
    refused("0x12345678", "0x4c4b5354");
  }

  @Test
  void refusesReadsOfAllOnes() {
    image.setMemory(0, image.capacity(), (byte) 0xFF);
    refused("all ones");
  }

  @Test
  void refusesAnotherSchemaAndNamesBothHashes() {
    identity().schemaHash(0xABCDL);
    refused("000000000000abcd", String.format("%016x", CardSchemaHash.VALUE));
  }

  @Test
  void refusesAChainThatLoops() {
    header(RegisterImage.LATENCY).blockType(9999).nextByte(RegisterImage.LATENCY);
    refused("loop");
  }

  @Test
  void refusesABlockThatOccursTwice() {
    header(RegisterImage.LATENCY).nextByte(RegisterImage.COUNTERS);
    refused("131", "twice");
  }

  @Test
  void refusesAChainThatLeavesTheBar() {
    header(RegisterImage.RING).nextByte(RegisterImage.BYTES);
    refused("0x200", "0x1000");
    header(RegisterImage.RING).nextByte(0xFFFF_FFF0L);
    refused("0xfffffff0");
  }

  @Test
  void refusesABlockThatEndsOutsideTheBar() {
    int offset = RegisterImage.BYTES - 16;
    header(RegisterImage.COUNTERS).nextByte(offset);
    RegisterImage.header(image, offset, LatencyBlockEncoder.TEMPLATE_ID, 0);
    refused("ends outside");
  }

  @Test
  void refusesAnUnalignedChain() {
    header(0).nextByte(RegisterImage.CAPACITY + 2);
    refused("0x102");
  }

  @Test
  void refusesACardWithoutAnEventRing() {
    header(RegisterImage.CAPACITY).nextByte(RegisterImage.COUNTERS);
    refused("no register block of type 130");
  }

  @Test
  void refusesAFirstBlockThatIsNotTheIdentity() {
    header(0).blockType(129);
    refused("first register block has type 129");
  }

  @Test
  void refusesAnUnknownVersionOfABlock() {
    header(RegisterImage.RING).blockVersion(2);
    refused("130", "version 2");
  }

  @Test
  void passesOverABlockOfAnUnknownType() {
    RegisterImage.header(image, 0x800, 200, RegisterImage.RING);
    header(0x800).blockVersion(5);
    header(RegisterImage.CAPACITY).nextByte(0x800);
    assertDoesNotThrow(() -> CardRegisters.discover(device));
  }

  @Test
  void refusesFewerThan256SpareSlots() {
    capacity().liveOrders(65_536 - 255);
    refused("65281", "65536", "256");
  }

  @Test
  void refusesCapacitiesThatCannotBe() {
    capacity().levels(0);
    refused("0 levels");
    capacity().levels(4096).windowSlots(100);
    refused("100 slots");
    capacity().windowSlots(256).accounts(0xFFFF_FFFEL);
    refused("4294967294 accounts");
    capacity().accounts(1);
    identity().rulesVersionMin(4);
    refused("from version 4 to 3");
  }

  @Test
  void refusesACardThatFallsShortOfARequirement() {
    CardDescription card = CardRegisters.discover(device).description();
    assertDoesNotThrow(
        () -> new CardRequirements(3, 64, 4096, 65_280, 16_384, 65_536).requireMetBy(card));
    refused(() -> new CardRequirements(4, 1, 1, 1, 1, 1).requireMetBy(card), "rules 1 to 3", "4");
    refused(() -> new CardRequirements(0, 1, 1, 1, 1, 1).requireMetBy(card), "rules 1 to 3", "0");
    refused(
        () -> new CardRequirements(1, 65, 1, 1, 1, 1).requireMetBy(card), "64 instruments", "65");
    refused(() -> new CardRequirements(1, 1, 4097, 1, 1, 1).requireMetBy(card), "4096 levels");
    refused(() -> new CardRequirements(1, 1, 1, 65_281, 1, 1).requireMetBy(card), "live orders");
    refused(() -> new CardRequirements(1, 1, 1, 1, 16_385, 1).requireMetBy(card), "accounts");
    refused(() -> new CardRequirements(1, 1, 1, 1, 1, 65_537).requireMetBy(card), "positions");
  }

  @Test
  void aRefusedDeviceIsClosed() {
    identity().magic(0);
    refused(() -> RingCard.open(device, CardRequirements.NONE), "magic");
    assertTrue(device.closed);
  }

  @Test
  void refusesARingThatIsNoPowerOfTwo() {
    refused(
        () -> RingCard.open(new MemoryDevice(256, 24), CardRequirements.NONE),
        "not a power of two");
  }

  @Test
  void refusesAWindowLargerThanItsBar() {
    MemoryDevice small = new MemoryDevice(8, 16);
    new CapacityBlockEncoder().wrap(small.registers, RegisterImage.CAPACITY).windowSlots(16);
    refused(() -> RingCard.open(small, CardRequirements.NONE), "16 window slots", "512 bytes");
  }

  @Test
  void ringRegistersStandWhereTheChainPutsThem() {
    assertEquals(
        RegisterImage.RING + EventRingBlockEncoder.headEncodingOffset(),
        CardRegisters.discover(device).eventRingField(EventRingBlockEncoder.headEncodingOffset()));
  }
}
