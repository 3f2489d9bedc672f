package io.lockstep.driver;

import io.lockstep.schema.card.BlockHeaderDecoder;
import io.lockstep.schema.card.CapacityBlockDecoder;
import io.lockstep.schema.card.CounterBlockDecoder;
import io.lockstep.schema.card.EventRingBlockDecoder;
import io.lockstep.schema.card.IdentityBlockDecoder;
import io.lockstep.schema.card.LatencyBlockDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The chain of register blocks in BAR 0, from the identity block at offset 0. Blocks of a type that
 * this driver does not know are passed over; of a type that it knows, the version must fit.
 */
final class RegisterChain {
  /** Version of all block layouts in this schema. */
  static final int BLOCK_VERSION = 1;

  /** What {@code magic} holds: "LKST". */
  static final int MAGIC = 0x4C4B5354;

  private static final int HEADER_BYTES = BlockHeaderDecoder.ENCODED_LENGTH;

  private static final Map<Integer, Integer> BYTES_BY_TYPE =
      Map.of(
          IdentityBlockDecoder.TEMPLATE_ID, IdentityBlockDecoder.BLOCK_LENGTH,
          CapacityBlockDecoder.TEMPLATE_ID, CapacityBlockDecoder.BLOCK_LENGTH,
          EventRingBlockDecoder.TEMPLATE_ID, EventRingBlockDecoder.BLOCK_LENGTH,
          CounterBlockDecoder.TEMPLATE_ID, CounterBlockDecoder.BLOCK_LENGTH,
          LatencyBlockDecoder.TEMPLATE_ID, LatencyBlockDecoder.BLOCK_LENGTH);

  private final Device device;
  private final Map<Integer, Integer> offsetByType = new LinkedHashMap<>();

  /**
   * Walks the chain.
   *
   * @throws CardRefusedException if it is not one.
   */
  RegisterChain(Device device) {
    this.device = device;
    requireMagic();
    int blocksMax = device.registerBytes() / HEADER_BYTES;
    int offset = 0;
    int blocks = 0;
    do {
      if (++blocks > blocksMax) {
        throw new CardRefusedException("the chain of register blocks is a loop");
      }
      offset = addBlock(offset);
    } while (offset != 0);
  }

  private void requireMagic() {
    int magic = device.readRegister(IdentityBlockDecoder.magicEncodingOffset());
    if (magic == -1) {
      throw new CardRefusedException(
          "registers read as all ones: the device is gone, or its memory is not enabled");
    }
    if (magic != MAGIC) {
      throw new CardRefusedException(
          String.format(
              "not a Lockstep card: magic is 0x%08x, not 0x%08x; program the card with a design of"
                  + " this release",
              magic, MAGIC));
    }
  }

  /** Takes note of the block at {@code offset} and answers where the next one is. */
  private int addBlock(int offset) {
    BlockHeaderDecoder header = new BlockHeaderDecoder();
    header.wrap(read(offset, HEADER_BYTES), 0);
    int type = header.blockType();
    Integer bytes = BYTES_BY_TYPE.get(type);
    if (offset == 0 && type != IdentityBlockDecoder.TEMPLATE_ID) {
      throw new CardRefusedException("the first register block has type " + type);
    }
    if (bytes != null) {
      requireFits(offset, bytes);
      if (header.blockVersion() != BLOCK_VERSION) {
        throw new CardRefusedException(
            String.format(
                "register block %d has version %d; this driver knows version %d",
                type, header.blockVersion(), BLOCK_VERSION));
      }
      if (offsetByType.putIfAbsent(type, offset) != null) {
        throw new CardRefusedException("register block " + type + " occurs twice");
      }
    }
    return nextOffset(offset, header.nextByte());
  }

  private int nextOffset(int offset, long next) {
    if (next % Integer.BYTES != 0 || next > device.registerBytes() - HEADER_BYTES) {
      throw new CardRefusedException(
          String.format(
              "the register block at 0x%x points to 0x%x, outside BAR 0 (0x%x bytes)",
              offset, next, device.registerBytes()));
    }
    return (int) next;
  }

  private void requireFits(int offset, int bytes) {
    if (offset > device.registerBytes() - bytes) {
      throw new CardRefusedException(
          String.format(
              "the register block at 0x%x ends outside BAR 0 (0x%x bytes)",
              offset, device.registerBytes()));
    }
  }

  /**
   * Offset of a block in BAR 0.
   *
   * @throws CardRefusedException if the card has none of this type.
   */
  int offset(int type) {
    Integer offset = offsetByType.get(type);
    if (offset == null) {
      throw new CardRefusedException("the card has no register block of type " + type);
    }
    return offset;
  }

  /** A copy of a whole block of a known type. */
  UnsafeBuffer copy(int type) {
    return read(offset(type), BYTES_BY_TYPE.get(type));
  }

  private UnsafeBuffer read(int offset, int bytes) {
    UnsafeBuffer copy = new UnsafeBuffer(new byte[bytes]);
    for (int i = 0; i < bytes; i += Integer.BYTES) {
      copy.putInt(i, device.readRegister(offset + i), BlockHeaderDecoder.BYTE_ORDER);
    }
    return copy;
  }
}
