package io.lockstep.host.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.publisher.OutputHash;
import io.lockstep.host.recording.DamageException;
import io.lockstep.host.recovery.Snapshot;
import io.lockstep.schema.snapshot.AccountStateDecoder;
import io.lockstep.schema.snapshot.AccountStateEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** A snapshot file with any byte changed, cut at any length, or with bytes behind, is found. */
class SnapshotDamagePropertyTest {
  private static final int ACCOUNTS = 40;

  private final byte[] whole = write();
  private Path file;

  @BeforeProperty
  void makeFile() throws IOException {
    file = Files.createTempFile("lockstep", ".sbe");
  }

  @AfterProperty
  void deleteFile() throws IOException {
    Files.delete(file);
  }

  private static byte[] write() {
    SnapshotWriter writer = Snapshot.begin(96, 32, new OutputHash(), 7);
    for (int account = 0; account < ACCOUNTS; account++) {
      writer.next(new AccountStateEncoder()).account(account).owner(-account).selfTradeGroup(3);
    }
    return writer.end();
  }

  @Property(tries = 1)
  void undamagedItIsReadToItsEnd() throws IOException {
    SnapshotReader records = read(whole).records();
    for (int account = 0; account < ACCOUNTS; account++) {
      assertTrue(records.next());
      assertEquals(-account, records.as(new AccountStateDecoder()).owner());
    }
    assertTrue(!records.next());
  }

  @Property
  void anyByteThatIsChangedIsFound(
      @ForAll @IntRange(min = 0, max = 1 << 20) int at,
      @ForAll @IntRange(min = 1, max = 255) int by) {
    byte[] changed = whole.clone();
    changed[at % changed.length] ^= (byte) by;
    assertNamed(changed);
  }

  @Property
  void anyCutIsFound(@ForAll @IntRange(min = 0, max = 1 << 20) int length) {
    assertNamed(Arrays.copyOf(whole, length % whole.length));
  }

  @Property
  void whatIsBehindItIsFound(@ForAll @IntRange(min = 1, max = 100) int more) {
    assertNamed(Arrays.copyOf(whole, whole.length + more));
  }

  private void assertNamed(byte[] bytes) {
    String message = assertThrows(DamageException.class, () -> read(bytes)).getMessage();
    assertTrue(message.contains(file.toString()) && message.contains("remove the file"), message);
  }

  private Snapshot read(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return Snapshot.read(file);
  }
}
