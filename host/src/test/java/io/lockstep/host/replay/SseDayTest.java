package io.lockstep.host.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Reading of the two files: what is in them, and what is said of a bad one. */
class SseDayTest {
  private static final String ORDER = "0,09:30:00.000,C,N,7,B,5480,100";
  private static final String FILL = "0,C,7,3,5480,100";

  @TempDir Path folder;

  @Test
  void readsOrdersAndFills() throws IOException {
    SseDay day = Days.of(folder, List.of(ORDER), List.of(FILL));

    assertEquals(
        List.of(new SseCommand(0, 2, SsePhase.CONTINUOUS, SseCommand.Kind.NEW, 7, true, 5480, 100)),
        day.commands());
    assertEquals(
        List.of(new SseFill(2, SsePhase.CONTINUOUS, new Fill(0, 7, 3, 5480, 100))), day.fills());
  }

  @Test
  void readsAPackedFile() throws IOException {
    Path packed = folder.resolve("inbound.csv.xz");
    try (OutputStream out = new XZOutputStream(Files.newOutputStream(packed), new LZMA2Options())) {
      out.write((SseCommand.HEADER + "\n" + ORDER + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    Path fills = Days.write(folder.resolve("fills.csv"), SseFill.HEADER, List.of(FILL));

    assertEquals(7, SseDay.read(packed, fills).commands().get(0).orderId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x,09:30:00.000,C,N,7,B,5480,100",
        "0,09:30:00.000,D,N,7,B,5480,100",
        "0,09:30:00.000,C,Q,7,B,5480,100",
        "0,09:30:00.000,C,N,7,Z,5480,100",
        "0,09:30:00.000,C,N,7,B,5480",
        "0,09:30:00.000,C,N,7,B,5480,1e3",
      })
  void namesFileAndLineOfABadRow(String row) {
    InputException failure =
        assertThrows(
            InputException.class, () -> Days.of(folder, List.of(ORDER, row), List.of(FILL)));

    assertTrue(failure.getMessage().contains("inbound.csv, line 3: "), failure.getMessage());
  }

  @Test
  void refusesAFileWithAnotherHeader() throws IOException {
    Path inbound = Days.write(folder.resolve("inbound.csv"), "a,b,c", List.of(ORDER));
    Path fills = Days.write(folder.resolve("fills.csv"), SseFill.HEADER, List.of(FILL));

    InputException failure = assertThrows(InputException.class, () -> SseDay.read(inbound, fills));

    assertTrue(failure.getMessage().contains("expected the header"), failure.getMessage());
  }

  @Test
  void findsAFileInTheDataFolder() throws IOException {
    Path sse = Files.createDirectory(folder.resolve("sse_l3"));
    Path file = Files.createFile(sse.resolve("day.csv"));

    assertEquals(file, RecordedFile.find(Path.of("day.csv"), folder, "sse_l3"));
    InputException failure =
        assertThrows(
            InputException.class, () -> RecordedFile.find(Path.of("day.csv"), null, "sse_l3"));
    assertTrue(failure.getMessage().contains("LOCKSTEP_DATA"), failure.getMessage());
  }

  @Test
  void findsTheOneFileOfAStock() throws IOException {
    Path sse = Files.createDirectory(folder.resolve("sse_l3"));
    Path file = Files.createFile(sse.resolve("600000_SH_20200101_fills.csv.xz"));

    assertEquals(file, SseDay.findStock("600000", "fills", folder));
    assertNotFound("no file 600000_*_inbound", "600000", "inbound", folder);
    assertNotFound("LOCKSTEP_DATA", "600000", "fills", null);
    Files.createFile(sse.resolve("600000_SH_20200102_fills.csv"));
    assertNotFound("2 files", "600000", "fills", folder);
    assertNotFound("cannot look", "6[", "fills", folder);
  }

  private static void assertNotFound(String words, String stock, String role, Path data) {
    InputException failure =
        assertThrows(InputException.class, () -> SseDay.findStock(stock, role, data));
    assertTrue(failure.getMessage().contains(words), failure.getMessage());
  }
}
