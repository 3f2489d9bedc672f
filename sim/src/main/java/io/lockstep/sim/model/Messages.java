package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.sbe.MessageDecoderFlyweight;

/**
 * Messages of 64 bytes, one after another in an array, little endian. The hot path reads and writes
 * fields here, at the offsets of the generated codecs, and not through the codecs: their buffer may
 * lie anywhere in memory, so that the compiler must read every field of every object anew after
 * each of their writes.
 */
final class Messages {
  private static final VarHandle LONGS = view(long[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle SHORTS = view(short[].class);

  private final byte[] bytes;
  private final UnsafeBuffer buffer;

  Messages(int count) {
    bytes = new byte[Math.multiplyExact(count, Card.MESSAGE_BYTES)];
    buffer = new UnsafeBuffer(bytes);
  }

  private static VarHandle view(Class<?> arrayClass) {
    return MethodHandles.byteArrayViewVarHandle(arrayClass, ByteOrder.LITTLE_ENDIAN);
  }

  /** The same bytes, for the generated codecs. */
  DirectBuffer buffer() {
    return buffer;
  }

  /** Lets a generated codec read the message at an offset. */
  void wrap(MessageDecoderFlyweight message, int at) {
    message.wrap(buffer, at, message.sbeBlockLength(), message.sbeSchemaVersion());
  }

  /** Copies the message at an offset of another buffer. */
  void copy(int at, DirectBuffer from, int offset) {
    from.getBytes(offset, bytes, at, Card.MESSAGE_BYTES);
  }

  /** Makes all bytes of the message zero. */
  void clear(int at) {
    for (int word = 0; word < Card.MESSAGE_BYTES; word += Long.BYTES) {
      LONGS.set(bytes, at + word, 0L);
    }
  }

  long getLong(int at) {
    return (long) LONGS.get(bytes, at);
  }

  int getInt(int at) {
    return (int) INTS.get(bytes, at);
  }

  /** Unsigned. */
  int getShort(int at) {
    return Short.toUnsignedInt((short) SHORTS.get(bytes, at));
  }

  /** Unsigned. */
  int getByte(int at) {
    return Byte.toUnsignedInt(bytes[at]);
  }

  void putLong(int at, long value) {
    LONGS.set(bytes, at, value);
  }

  void putInt(int at, int value) {
    INTS.set(bytes, at, value);
  }

  /** The low 16 bits. */
  void putShort(int at, int value) {
    SHORTS.set(bytes, at, (short) value);
  }

  /** The low 8 bits. */
  void putByte(int at, int value) {
    bytes[at] = (byte) value;
  }
}
