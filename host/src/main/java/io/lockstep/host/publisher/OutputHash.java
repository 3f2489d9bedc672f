package io.lockstep.host.publisher;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * The running hash of the output stream, 64 bits, over all bytes of all messages in order.
 *
 * <p>It starts at {@code 0x4C4F434B53544550}. A message is its length in bytes as a 64-bit word,
 * then its bytes as little-endian 64-bit words, the last one filled up with zeros. Each word is
 * mixed in by {@code h = rotateLeft(h ^ word, 29) * 0x9FB21C651E98DF25}. The value shown is {@code
 * h ^ (h >>> 32)}. It shows that two streams are the same; it is no protection against forgery.
 */
public final class OutputHash {
  private static final long START = 0x4C4F_434B_5354_4550L;
  private static final long FACTOR = 0x9FB2_1C65_1E98_DF25L;

  private long state = START;
  private long messages;
  private long bytes;

  /** Mixes in one message. */
  public void add(DirectBuffer buffer, int offset, int length) {
    mix(length);
    int whole = length & ~7;
    for (int i = 0; i < whole; i += 8) {
      mix(buffer.getLong(offset + i, ByteOrder.LITTLE_ENDIAN));
    }
    if (whole < length) {
      long word = 0;
      for (int i = length - 1; i >= whole; i--) {
        word = word << 8 | buffer.getByte(offset + i) & 0xFF;
      }
      mix(word);
    }
    messages++;
    bytes += length;
  }

  /**
   * Goes on where another one was.
   *
   * @param hashState of that one: its {@link #state}.
   */
  public void restore(long hashState, long hashedMessages, long hashedBytes) {
    state = hashState;
    messages = hashedMessages;
    bytes = hashedBytes;
  }

  /** What {@link #restore} takes; not the hash as it is shown. */
  public long state() {
    return state;
  }

  /** The hash of everything so far. */
  public long value() {
    return state ^ state >>> 32;
  }

  /** Messages so far. */
  public long messages() {
    return messages;
  }

  /** Bytes so far. */
  public long bytes() {
    return bytes;
  }

  /** As printed: 16 hexadecimal digits. */
  @Override
  public String toString() {
    return String.format("%016x", value());
  }

  private void mix(long word) {
    state = Long.rotateLeft(state ^ word, 29) * FACTOR;
  }
}
