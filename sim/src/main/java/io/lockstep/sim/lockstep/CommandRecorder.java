package io.lockstep.sim.lockstep;

import io.lockstep.driver.Card;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.DirectBuffer;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Records commands as they are offered, in a mapped file without a name that the system deletes
 * with the process, however it ends; {@link #save} gives it one. Maps 16 MiB at a time, so that a
 * run of any length needs little memory. One thread.
 */
final class CommandRecorder implements AutoCloseable {
  private static final int MAPPED_COMMANDS = 1 << 18;
  private static final int MAPPED_BYTES = MAPPED_COMMANDS * Card.MESSAGE_BYTES;
  private static final int ZEROS_BYTES = 1 << 20;

  private final FileChannel channel;
  private final UnsafeBuffer part = new UnsafeBuffer(0, 0);
  private MappedByteBuffer mapped;
  private long commands;

  /**
   * @throws UncheckedIOException where no temporary file can be made.
   */
  CommandRecorder() {
    try {
      Path temporary = Files.createTempFile("lockstep-commands-", ".bin");
      channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      map(0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot record commands", e);
    }
  }

  /**
   * Appends a command.
   *
   * @param answered commands answered so far.
   * @throws UncheckedIOException where the disk is full.
   */
  void append(DirectBuffer command, int offset, long answered) {
    int place = (int) (commands & (MAPPED_COMMANDS - 1));
    if (place == 0 && commands > 0) {
      try {
        map(commands * Card.MESSAGE_BYTES);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot record commands", e);
      }
    }
    int at = place * Card.MESSAGE_BYTES;
    part.putBytes(at, command, offset, Card.MESSAGE_BYTES);
    part.putInt(at + CommandFile.ANSWERED_OFFSET, (int) answered, ByteOrder.LITTLE_ENDIAN);
    commands++;
  }

  /** Forgets what was recorded. */
  void restart() {
    if (commands > MAPPED_COMMANDS) {
      try {
        map(0);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot record commands", e);
      }
    }
    commands = 0;
  }

  /** Writes what was recorded as a {@link CommandFile}. */
  void save(Path file) throws IOException {
    try (FileChannel target =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      target.write(CommandFile.head());
      long bytes = commands * Card.MESSAGE_BYTES;
      long done = 0;
      while (done < bytes) {
        done += channel.transferTo(done, bytes - done, target);
      }
    }
  }

  private void map(long position) throws IOException {
    // Takes the space on disk first: a mapped page that finds none ends the thread with an error.
    ByteBuffer zeros = ByteBuffer.allocate(ZEROS_BYTES);
    for (long at = position; at < position + MAPPED_BYTES; at += ZEROS_BYTES) {
      zeros.clear();
      while (zeros.hasRemaining()) {
        channel.write(zeros, at + zeros.position());
      }
    }
    IoUtil.unmap(mapped);
    mapped = channel.map(MapMode.READ_WRITE, position, MAPPED_BYTES);
    part.wrap(mapped);
  }

  @Override
  public void close() {
    part.wrap(0, 0);
    IoUtil.unmap(mapped);
    mapped = null;
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
