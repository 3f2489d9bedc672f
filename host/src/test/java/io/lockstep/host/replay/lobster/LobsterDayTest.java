package io.lockstep.host.replay.lobster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.replay.InputException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading the recording: what it says, and what is wrong with it. */
class LobsterDayTest {
  private static final String ROW = "1100,3,1000,5,1200,4,-9999999999,0\n";

  @TempDir Path folder;

  @Test
  void readsMessagesAndRows() throws IOException {
    LobsterDay day = LobsterDay.read(LobsterZip.write(folder, "34200.1,1,7,5,1000,1\n", ROW));

    assertEquals(1, day.size());
    assertEquals(2, day.depth());
    assertEquals(new LobsterMessage(0, LobsterMessage.Kind.NEW, 7, 5, 10, true), day.message(0));
    assertArrayEquals(new int[] {11, 12}, day.row(0).prices(false));
    assertArrayEquals(new int[] {10}, day.row(0).prices(true));
    assertEquals(4, day.row(0).lotsAt(false, 12));
    assertEquals(0, day.row(0).lotsAt(true, 12));
  }

  @Test
  void aRowThatIsNotFullHidesNothing() throws IOException {
    BookRow row = LobsterDay.read(LobsterZip.write(folder, "34200.1,1,7,5,1000,1\n", ROW)).row(0);

    assertTrue(row.isBeyond(false, 13));
    assertEquals(false, row.isBeyond(false, 12));
    assertEquals(false, row.isBeyond(true, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "34200.1,6,7,5,1000,1     | message_2.csv, line 1: type 6",
        "34200.1,1,7,5,1001,1     | line 1: price 1001 is not of whole cents",
        "34200.1,1,7,0,1000,1     | line 1: quantity 0",
        "34200.1,1,7,5,1000       | line 1: expected 6 fields, found 5",
        "34200.1,1,seven,5,1000,1 | line 1: For input string"
      })
  void namesFileLineAndFault(String message, String told) throws IOException {
    Path zip = LobsterZip.write(folder, message + "\n", ROW);

    String said = assertThrows(InputException.class, () -> LobsterDay.read(zip)).getMessage();

    assertTrue(said.contains(told), said);
  }

  @Test
  void refusesAZipThatLacksOneOfTheFilesOrHasThemOfDifferentLength() throws IOException {
    assertTold("holds 0 files named *_orderbook_*.csv", "34200.1,1,7,5,1000,1\n", "");
    assertTold("1 messages, but 2 rows", "34200.1,1,7,5,1000,1\n", ROW + ROW);
    assertTold("expected 4 fields for each level", "34200.1,1,7,5,1000,1\n", "1,2,3\n");
    assertThrows(InputException.class, () -> LobsterDay.read(folder.resolve("none.zip")));
  }

  @Test
  void theWindowHoldsTheWholeDayOrTheDayIsRefused() throws IOException {
    LobsterDay day = LobsterDay.read(LobsterZip.write(folder, "34200.1,1,7,5,1000,1\n", ROW));

    assertEquals(10, day.windowBase(3));
    assertEquals(9, day.windowBase(5));
    String told = assertThrows(InputException.class, () -> day.windowBase(2)).getMessage();
    assertTrue(told.contains("span 3 ticks; the card has 2 levels"), told);
  }

  private void assertTold(String told, String messages, String rows) throws IOException {
    Path zip = LobsterZip.write(folder, messages, rows);
    String said = assertThrows(InputException.class, () -> LobsterDay.read(zip)).getMessage();
    assertTrue(said.contains(told), said);
  }
}
