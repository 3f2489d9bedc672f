package io.lockstep.host.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.protocol.DataHeaderFlyweight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.agrona.BitUtil;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A recording with any byte changed or cut at any length is found, and the file is named; but for
 * what lies in padding, which nobody reads, and for what its readers compare: where in the last 32
 * bytes a message ends, and what stands beside it.
 */
class RecordingDamagePropertyTest {
  private static final int STREAM = 1010;
  private static final int TERM_BYTES = 64 * 1024;
  private static final int HEADER_BYTES = DataHeaderFlyweight.HEADER_LENGTH;
  private static final int MESSAGES = 1_500; // more than a term holds
  private static final int MESSAGE_BYTES = 51;
  private static final int FRAME_BYTES =
      BitUtil.align(HEADER_BYTES + MESSAGE_BYTES, FrameDescriptor.FRAME_ALIGNMENT);

  private Path folder;
  private byte[] whole;
  private int paddingFrom;

  @BeforeProperty
  void record() throws IOException {
    folder = Files.createTempDirectory("lockstep-recording");
    byte[] bytes = new byte[(MESSAGES + 2) * FRAME_BYTES];
    UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    int at = 0;
    for (int i = 0; i < MESSAGES; i++) {
      int left = TERM_BYTES - at % TERM_BYTES;
      if (left < FRAME_BYTES) {
        frame(buffer, at, left, DataHeaderFlyweight.HDR_TYPE_PAD);
        paddingFrom = at;
        at += left;
      }
      buffer.setMemory(at + HEADER_BYTES, MESSAGE_BYTES, (byte) i);
      frame(buffer, at, HEADER_BYTES + MESSAGE_BYTES, DataHeaderFlyweight.HDR_TYPE_DATA);
      at += FRAME_BYTES;
    }
    whole = Arrays.copyOf(bytes, at);
  }

  private static void frame(UnsafeBuffer buffer, int at, int length, int type) {
    DataHeaderFlyweight header = new DataHeaderFlyweight();
    header.wrap(buffer, at, HEADER_BYTES);
    header
        .termOffset(at % TERM_BYTES)
        .termId(77 + at / TERM_BYTES)
        .streamId(STREAM)
        .frameLength(length)
        .headerType(type)
        .flags(DataHeaderFlyweight.BEGIN_AND_END_FLAGS)
        .version(DataHeaderFlyweight.CURRENT_VERSION);
    CRC32C checksum = new CRC32C();
    checksum.update(buffer.byteArray(), at + HEADER_BYTES, FRAME_BYTES - HEADER_BYTES);
    if (type == DataHeaderFlyweight.HDR_TYPE_DATA) {
      header.sessionId((int) checksum.getValue());
    }
  }

  @AfterProperty
  void delete() {
    IoUtil.delete(folder.toFile(), false);
  }

  @Property(tries = 1)
  void undamagedItIsReadToItsEnd() throws IOException {
    assertEquals(MESSAGES, read(whole));
  }

  @Property(tries = 500)
  void anyByteThatIsChangedIsFound(
      @ForAll @IntRange(min = 0, max = 1 << 24) int place,
      @ForAll @IntRange(min = 1, max = 255) int by)
      throws IOException {
    int at = place % whole.length;
    byte[] changed = whole.clone();
    changed[at] ^= (byte) by;
    boolean data = at % TERM_BYTES % FRAME_BYTES == 0 && at != paddingFrom;
    Assume.that(!data || !isOfSameFrame(changed[at]));
    if (isRead(at)) {
      assertNamed(changed);
    } else {
      assertEquals(MESSAGES, read(changed));
    }
  }

  @Property(tries = 500)
  void anyByteOfAHeaderThatIsChangedIsFound(
      @ForAll @IntRange(min = 0, max = MESSAGES - 1) int message,
      @ForAll @IntRange(min = 0, max = HEADER_BYTES - Long.BYTES - 1) int byteOfHeader,
      @ForAll @IntRange(min = 1, max = 255) int by) {
    int perTerm = TERM_BYTES / FRAME_BYTES;
    byte[] changed = whole.clone();
    int at = message / perTerm * TERM_BYTES + message % perTerm * FRAME_BYTES;
    changed[at + byteOfHeader] ^= (byte) by;
    Assume.that(byteOfHeader > 0 || !isOfSameFrame(changed[at]));
    assertNamed(changed);
  }

  /** Its checksum would not tell: padding has none. */
  @Property(tries = 100)
  void aMessageThatBecamePaddingIsFound(
      @ForAll @IntRange(min = 0, max = MESSAGES - 1) int message) {
    int perTerm = TERM_BYTES / FRAME_BYTES;
    byte[] changed = whole.clone();
    int at = message / perTerm * TERM_BYTES + message % perTerm * FRAME_BYTES;
    changed[at + DataHeaderFlyweight.TYPE_FIELD_OFFSET] = DataHeaderFlyweight.HDR_TYPE_PAD;
    assertNamed(changed);
  }

  @Property(tries = 300)
  void anyCutIsFound(@ForAll @IntRange(min = 0, max = 1 << 24) int length) {
    assertNamed(Arrays.copyOf(whole, length % whole.length));
  }

  /** The lowest byte of a frame's length: the next frame begins at the same place. */
  private static boolean isOfSameFrame(byte length) {
    return BitUtil.align(length & 0xFF, FrameDescriptor.FRAME_ALIGNMENT) == FRAME_BYTES;
  }

  /** Not what stands beside a message, nor where a padding frame keeps nothing. */
  private boolean isRead(int at) {
    int inTerm = at % TERM_BYTES;
    boolean padding = at >= paddingFrom && at / TERM_BYTES == paddingFrom / TERM_BYTES;
    if (padding) {
      int inFrame = at - paddingFrom;
      boolean session =
          inFrame >= DataHeaderFlyweight.SESSION_ID_FIELD_OFFSET
              && inFrame < DataHeaderFlyweight.STREAM_ID_FIELD_OFFSET;
      return inFrame < DataHeaderFlyweight.RESERVED_VALUE_OFFSET && !session;
    }
    int inFrame = inTerm % FRAME_BYTES;
    return inFrame < DataHeaderFlyweight.RESERVED_VALUE_OFFSET || inFrame >= HEADER_BYTES;
  }

  private void assertNamed(byte[] bytes) {
    String message = assertThrows(DamageException.class, () -> read(bytes)).getMessage();
    assertTrue(message.contains("0-0.rec"), message);
  }

  /** Answers how many messages there are. */
  private int read(byte[] bytes) throws IOException {
    Files.write(folder.resolve("0-0.rec"), bytes);
    Recording recording = new Recording(folder, 0, STREAM, whole.length);
    int messages = 0;
    try (RecordedStream stream = new RecordedStream(recording, 0)) {
      while (stream.next()) {
        messages++;
      }
    }
    return messages;
  }
}
