package io.lockstep.host.publisher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The running hash is the one that is documented, and every byte and its place count. */
class OutputHashTest {
  /** The rule as its documentation has it, written plainly. */
  private static long documented(byte[]... messages) {
    long state = 0x4C4F434B53544550L;
    for (byte[] message : messages) {
      ByteBuffer words = ByteBuffer.allocate(8 + (message.length + 7) / 8 * 8);
      words.order(ByteOrder.LITTLE_ENDIAN).putLong(message.length).put(message).rewind();
      while (words.remaining() >= 8) {
        state = Long.rotateLeft(state ^ words.getLong(), 29) * 0x9FB21C651E98DF25L;
      }
    }
    return state ^ state >>> 32;
  }

  @Property(tries = 500)
  void isTheDocumentedOne(
      @ForAll @Size(max = 70) byte[] first, @ForAll @Size(max = 9) byte[] second) {
    assertEquals(documented(first, second), hash(first, second).value());
  }

  @Test
  void everyBitCounts() {
    byte[] message = new byte[45];
    new Random(1).nextBytes(message);
    long value = hash(message).value();
    for (int bit = 0; bit < message.length * 8; bit++) {
      byte[] changed = message.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertNotEquals(value, hash(changed).value(), "bit " + bit);
    }
  }

  @Test
  void whereAMessageEndsCounts() {
    byte[] bytes = {1, 2, 3, 4};
    assertNotEquals(
        hash(bytes).value(),
        hash(Arrays.copyOf(bytes, 2), Arrays.copyOfRange(bytes, 2, 4)).value());
    assertNotEquals(hash(bytes).value(), hash(Arrays.copyOf(bytes, 5)).value());
  }

  @Test
  void theOrderOfMessagesCounts() {
    byte[] one = {1};
    byte[] two = {2};
    assertNotEquals(hash(one, two).value(), hash(two, one).value());
  }

  @Test
  void countsMessagesAndBytes() {
    OutputHash hash = hash(new byte[5], new byte[11]);
    assertEquals(2, hash.messages());
    assertEquals(16, hash.bytes());
  }

  @Test
  void isPrintedWithSixteenDigits() {
    assertEquals(16, hash(new byte[3]).toString().length());
    assertEquals(String.format("%016x", documented()), hash().toString());
  }

  private static OutputHash hash(byte[]... messages) {
    OutputHash hash = new OutputHash();
    for (byte[] message : messages) {
      UnsafeBuffer buffer = new UnsafeBuffer(new byte[message.length + 3]);
      buffer.putBytes(3, message); // where it lies does not count
      hash.add(buffer, 3, message.length);
    }
    return hash;
  }
}
