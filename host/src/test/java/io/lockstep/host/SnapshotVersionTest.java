package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.recording.DamageException;
import io.lockstep.host.settings.RestartSettings;
import io.lockstep.schema.snapshot.InstrumentStateDecoder;
import io.lockstep.schema.snapshot.MessageHeaderDecoder;
import io.lockstep.schema.snapshot.MessageHeaderEncoder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A restart begins from a snapshot of the version before: here 0, whose instruments had no
 * breakers. The test writes one by taking out of a new one what version 1 brought.
 */
class SnapshotVersionTest {
  private static final int CHECKSUM_BYTES = Integer.BYTES;
  private static final int SEED = 4;
  private static final int REQUESTS = 500;
  private static final RestartSettings PLAIN = RestartSettings.STRICT.withSnapshotEvery(0);

  @TempDir Path folder;
  private String output;
  private Path snapshot;

  @BeforeEach
  void record() {
    try (TestAppliance appliance = start()) {
      RestartTest.flow(appliance, SEED, REQUESTS);
      snapshot = appliance.appliance.takeSnapshot();
      RestartTest.flow(appliance, SEED + 1, REQUESTS);
      output = RestartTest.line(appliance.appliance) + " card " + appliance.stateHash();
    }
  }

  @Test
  void theVersionBeforeIsRead() throws IOException {
    Files.write(snapshot, inVersion(0, Files.readAllBytes(snapshot)));

    try (TestAppliance appliance = start()) {
      assertEquals(
          output, RestartTest.line(appliance.appliance) + " card " + appliance.stateHash());
    }
  }

  @Test
  void aLaterVersionIsRefusedAndNamed() throws IOException {
    int later = MessageHeaderDecoder.SCHEMA_VERSION + 1;
    Files.write(snapshot, inVersion(later, Files.readAllBytes(snapshot)));

    String message = assertThrows(DamageException.class, this::start).getMessage();
    assertTrue(message.contains(snapshot.toString()), message);
    assertTrue(message.contains("version " + later + ", this Lockstep reads"), message);
  }

  private TestAppliance start() {
    return new TestAppliance(RestartTest.settings(folder.resolve("archive")).restart(PLAIN));
  }

  /** The same snapshot as another version has it. */
  private static byte[] inVersion(int version, byte[] file) {
    UnsafeBuffer from = new UnsafeBuffer(file);
    UnsafeBuffer to = new UnsafeBuffer(new byte[file.length]);
    MessageHeaderDecoder header = new MessageHeaderDecoder();
    int at = 0;
    int length = 0;
    while (at < file.length) {
      header.wrap(from, at);
      boolean instrument = header.templateId() == InstrumentStateDecoder.TEMPLATE_ID;
      int block =
          version == 0 && instrument
              ? header.blockLength() - fieldsSinceOne()
              : header.blockLength();
      int recordBytes = MessageHeaderDecoder.ENCODED_LENGTH + block;
      to.putBytes(length, from, at, recordBytes);
      new MessageHeaderEncoder().wrap(to, length).blockLength(block).version(version);
      at += MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength();
      length += recordBytes;
    }
    CRC32C checksum = new CRC32C();
    checksum.update(to.byteArray(), 0, length - CHECKSUM_BYTES);
    to.putInt(length - CHECKSUM_BYTES, (int) checksum.getValue(), ByteOrder.LITTLE_ENDIAN);
    return Arrays.copyOf(to.byteArray(), length);
  }

  private static int fieldsSinceOne() {
    return InstrumentStateDecoder.haltNsEncodingLength()
        + InstrumentStateDecoder.callNsEncodingLength()
        + InstrumentStateDecoder.dueNsEncodingLength();
  }
}
