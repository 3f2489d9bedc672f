package io.lockstep.driver;

import io.lockstep.schema.card.BlockHeaderEncoder;
import io.lockstep.schema.card.CapacityBlockEncoder;
import io.lockstep.schema.card.CardSchemaHash;
import io.lockstep.schema.card.CounterBlockEncoder;
import io.lockstep.schema.card.EventRingBlockEncoder;
import io.lockstep.schema.card.IdentityBlockEncoder;
import io.lockstep.schema.card.LatencyBlockEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/** The bytes of a BAR 0 that a driver should accept, to be spoilt by tests. */
final class RegisterImage {
  static final int BYTES = 4096;
  static final int CAPACITY = 0x100;
  static final int RING = 0x200;
  static final int COUNTERS = 0x300;
  static final int LATENCY = 0x400;

  private RegisterImage() {}

  static UnsafeBuffer create(int windowSlots) {
    UnsafeBuffer image = new UnsafeBuffer(new byte[BYTES]);
    header(image, 0, IdentityBlockEncoder.TEMPLATE_ID, CAPACITY);
    header(image, CAPACITY, CapacityBlockEncoder.TEMPLATE_ID, RING);
    header(image, RING, EventRingBlockEncoder.TEMPLATE_ID, COUNTERS);
    header(image, COUNTERS, CounterBlockEncoder.TEMPLATE_ID, LATENCY);
    header(image, LATENCY, LatencyBlockEncoder.TEMPLATE_ID, 0);
    new IdentityBlockEncoder()
        .wrap(image, 0)
        .magic(0x4C4B5354)
        .revision(7)
        .schemaHash(CardSchemaHash.VALUE)
        .rulesVersionMin(1)
        .rulesVersionMax(3)
        .clockKilohertz(250_000);
    new CapacityBlockEncoder()
        .wrap(image, CAPACITY)
        .instruments(64)
        .levels(4096)
        .orderSlots(65_536)
        .liveOrders(65_280)
        .accounts(16_384)
        .portfolios(1_024)
        .positions(65_536)
        .scenarios(32)
        .groups(16)
        .windowSlots(windowSlots);
    return image;
  }

  static void header(UnsafeBuffer image, int offset, int type, int next) {
    new BlockHeaderEncoder().wrap(image, offset).blockType(type).blockVersion(1).nextByte(next);
  }
}
