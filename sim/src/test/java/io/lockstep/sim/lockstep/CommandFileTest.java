package io.lockstep.sim.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of commands hold what was recorded, over the borders of the recorder's parts. */
class CommandFileTest {
  /** More than the recorder maps at a time. */
  private static final int COMMANDS = 300_000;

  @TempDir private Path folder;

  @Test
  void holdsEachCommandAndHowManyWereAnsweredBeforeIt() throws IOException {
    Path path = folder.resolve("commands.bin");
    UnsafeBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    try (CommandRecorder recorder = new CommandRecorder()) {
      for (int i = 0; i < COMMANDS; i++) {
        command.putLong(8, i);
        command.putLong(56, -i);
        recorder.append(command, 0, i - i % 7);
      }
      recorder.save(path);
    }
    UnsafeBuffer read = new UnsafeBuffer(0, 0);
    try (CommandFile file = CommandFile.open(path)) {
      assertEquals(COMMANDS, file.commands());
      for (int i = 0; i < COMMANDS; i++) {
        file.command(i, read);
        assertEquals(i, read.getLong(8));
        assertEquals(-i, read.getLong(56));
        assertEquals(i - i % 7, CommandFile.answeredBefore(i, read));
      }
      file.command(3, read);
      assertEquals(3, read.getLong(8), "back again");
      assertThrows(IndexOutOfBoundsException.class, () -> file.command(COMMANDS, read));
    }
  }

  @Test
  void refusesAFileThatIsNoneOfCommands() throws IOException {
    Path path = folder.resolve("other.bin");
    Files.write(path, new byte[128]);
    IOException refusal = assertThrows(IOException.class, () -> CommandFile.open(path));
    assertTrue(refusal.getMessage().contains("not a file of commands"), refusal.getMessage());
  }
}
