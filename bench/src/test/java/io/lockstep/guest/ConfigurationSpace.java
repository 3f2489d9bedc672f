package io.lockstep.guest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A PCI function's configuration space: ids, command register, BAR 0 (registers, 32 bits) and BAR 2
 * (command window, 64 bits, prefetchable). Read-only bits stay as they are, so that writing all
 * ones to a BAR shows its size.
 */
final class ConfigurationSpace {
  private static final int BYTES = 256;
  private static final int COMMAND = 0x04;
  private static final int REVISION_AND_CLASS = 0x08;
  private static final int BAR0 = 0x10;
  private static final int BAR2 = 0x18;
  private static final int SUBSYSTEM = 0x2C;
  private static final int MEMORY_ENABLE = 1 << 1;
  private static final int BUS_MASTER = 1 << 2;
  private static final int COMMAND_WRITABLE = 0x0547;
  private static final int MEMORY_64_BITS_PREFETCHABLE = 0xC;
  private static final int FLAGS = 0xF;

  private final ByteBuffer values = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer writable = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * The function after power-on.
   *
   * @param registerBytes size of BAR 0, a power of two; {@code windowBytes}: of BAR 2.
   */
  ConfigurationSpace(int vendor, int device, int classCode, int registerBytes, int windowBytes) {
    values.putInt(0, device << 16 | vendor);
    values.putInt(REVISION_AND_CLASS, classCode << 8);
    values.putInt(SUBSYSTEM, device << 16 | vendor);
    values.putInt(BAR2, MEMORY_64_BITS_PREFETCHABLE);
    writable.putShort(COMMAND, (short) COMMAND_WRITABLE);
    writable.putInt(BAR0, -registerBytes);
    writable.putLong(BAR2, -windowBytes);
  }

  /** What a reset of the bus leaves: no addresses, and nothing enabled. */
  void reset() {
    write(COMMAND, Short.BYTES, 0);
    write(BAR0, Integer.BYTES, 0);
    write(BAR2, Integer.BYTES, 0);
    write(BAR2 + Integer.BYTES, Integer.BYTES, 0);
  }

  /** Reads 1, 2 or 4 bytes; unsigned. */
  long read(int offset, int bytes) {
    long value = 0;
    for (int i = 0; i < bytes && offset + i < BYTES; i++) {
      value |= (long) (values.get(offset + i) & 0xFF) << 8 * i;
    }
    return value;
  }

  /** Writes 1, 2 or 4 bytes. */
  void write(int offset, int bytes, int value) {
    for (int i = 0; i < bytes && offset + i < BYTES; i++) {
      int mask = writable.get(offset + i);
      int kept = values.get(offset + i) & ~mask;
      values.put(offset + i, (byte) (kept | value >>> 8 * i & mask));
    }
  }

  /** Whether the function answers at the addresses of its BARs. */
  boolean isMemoryEnabled() {
    return (values.getShort(COMMAND) & MEMORY_ENABLE) != 0;
  }

  /** Whether the function may write to memory. */
  boolean isBusMaster() {
    return (values.getShort(COMMAND) & BUS_MASTER) != 0;
  }

  /** Bus address of BAR 0. */
  long registers() {
    return Integer.toUnsignedLong(values.getInt(BAR0) & ~FLAGS);
  }

  /** Bus address of BAR 2. */
  long window() {
    return values.getLong(BAR2) & ~FLAGS;
  }
}
