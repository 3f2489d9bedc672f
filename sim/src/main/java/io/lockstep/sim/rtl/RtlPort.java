package io.lockstep.sim.rtl;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A port of an {@link RtlModule}, as memory of the model. A value written takes effect with the
 * next clock or {@link RtlModule#eval}. Little endian: bit 0 is the lowest bit of byte 0. Nothing
 * here allocates. Not usable once the module is closed.
 */
public final class RtlPort {
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  private final String name;
  private final boolean input;
  private final int bits;
  private final int storageBytes;
  private final long mask;
  private final UnsafeBuffer memory;

  RtlPort(String name, boolean input, int bits, long address) {
    this.name = name;
    this.input = input;
    this.bits = bits;
    this.storageBytes = storageBytes(bits);
    this.mask = mask(bits);
    this.memory = new UnsafeBuffer(address, storageBytes);
  }

  private static int storageBytes(int bits) {
    if (bits <= 8) {
      return 1;
    }
    if (bits <= 16) {
      return 2;
    }
    return bits <= 32 ? 4 : bits <= 64 ? 8 : (bits + 31) / 32 * 4;
  }

  private static long mask(int bits) {
    return bits >= 64 ? -1L : (1L << bits) - 1;
  }

  /** As in the module's source. */
  public String name() {
    return name;
  }

  /** Width in bits. */
  public int bits() {
    return bits;
  }

  /**
   * The value, zero-extended.
   *
   * @throws IllegalStateException if the port is wider than 64 bits.
   */
  public long get() {
    return switch (storageBytes) {
      case 1 -> memory.getByte(0) & 0xFFL;
      case 2 -> memory.getShort(0, ORDER) & 0xFFFFL;
      case 4 -> memory.getInt(0, ORDER) & 0xFFFF_FFFFL;
      case 8 -> memory.getLong(0, ORDER);
      default -> throw new IllegalStateException(name + " has " + bits + " bits; use getBits");
    };
  }

  /** The value as a two's complement number of the port's width, at most 64 bits. */
  public long getSigned() {
    int unused = 64 - bits;
    return get() << unused >> unused;
  }

  /** Whether any bit is set; for ports of at most 64 bits. */
  public boolean isSet() {
    return get() != 0;
  }

  /**
   * Sets the value of a port of at most 64 bits; of a wider one the lowest 64 bits, the rest to 0.
   *
   * @param value fits the width, as an unsigned or a two's complement number.
   */
  public void set(long value) {
    requireInput();
    requireFits(value, bits);
    switch (storageBytes) {
      case 1 -> memory.putByte(0, (byte) (value & mask));
      case 2 -> memory.putShort(0, (short) (value & mask), ORDER);
      case 4 -> memory.putInt(0, (int) (value & mask), ORDER);
      case 8 -> memory.putLong(0, value & mask, ORDER);
      default -> {
        memory.setMemory(0, storageBytes, (byte) 0);
        setBits(0, Math.min(64, bits), value);
      }
    }
  }

  /**
   * Bits {@code lsb} to {@code lsb + width - 1}, zero-extended.
   *
   * @param width 1 to 64.
   */
  public long getBits(int lsb, int width) {
    requireRange(lsb, width);
    long value = 0;
    int taken = 0;
    while (taken < width) {
      int bit = lsb + taken;
      value |= (memory.getByte(bit >> 3) & 0xFFL) >>> (bit & 7) << taken;
      taken += 8 - (bit & 7);
    }
    return value & mask(width);
  }

  /**
   * Sets bits {@code lsb} to {@code lsb + width - 1} and leaves the others.
   *
   * @param width 1 to 64.
   * @param value fits the width, as an unsigned or a two's complement number.
   */
  public void setBits(int lsb, int width, long value) {
    requireInput();
    requireRange(lsb, width);
    requireFits(value, width);
    int done = 0;
    while (done < width) {
      int bit = lsb + done;
      int count = Math.min(8 - (bit & 7), width - done);
      int ones = ((1 << count) - 1) << (bit & 7);
      int part = (int) (value >>> done << (bit & 7)) & ones;
      int index = bit >> 3;
      memory.putByte(index, (byte) (memory.getByte(index) & ~ones | part));
      done += count;
    }
  }

  /** Sets all bits from the bytes at {@code offset}: as many bytes as hold the port's width. */
  public void set(DirectBuffer source, int offset) {
    requireInput();
    int bytes = (bits + 7) / 8;
    if (bits % 8 != 0 && (source.getByte(offset + bytes - 1) & 0xFF) >>> bits % 8 != 0) {
      throw new IllegalArgumentException(name + " has " + bits + " bits; more are set");
    }
    memory.setMemory(0, storageBytes, (byte) 0);
    memory.putBytes(0, source, offset, bytes);
  }

  /** Copies all bits to {@code offset}: as many bytes as hold the port's width. */
  public void get(MutableDirectBuffer target, int offset) {
    target.putBytes(offset, memory, 0, (bits + 7) / 8);
  }

  /** The port's memory itself, to wrap a decoder round; read only by agreement. */
  public DirectBuffer memory() {
    return memory;
  }

  /** After this any use fails instead of touching memory that is gone. */
  void release() {
    memory.wrap(0, 0);
  }

  long address() {
    return memory.addressOffset();
  }

  private void requireInput() {
    if (!input) {
      throw new IllegalStateException(name + " is an output");
    }
  }

  private void requireRange(int lsb, int width) {
    if (lsb < 0 || width < 1 || width > 64 || lsb + width > bits) {
      throw new IndexOutOfBoundsException(
          name + " has " + bits + " bits; lsb " + lsb + ", width " + width);
    }
  }

  private void requireFits(long value, int width) {
    if (width < 64 && value >> width != 0 && value >> (width - 1) != -1) {
      throw new IllegalArgumentException(name + ": " + value + " does not fit " + width + " bits");
    }
  }

  @Override
  public String toString() {
    return name + "[" + bits + "]";
  }
}
