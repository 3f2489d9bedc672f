package io.lockstep.sim.lockstep;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.CardSchemaHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads a file of commands: a head of 64 bytes (magic "LSTPCMDS", version, schema hash), then the
 * commands of 64 bytes each, the first one number 0.
 *
 * <p>A command's {@code windowSequence}, which belongs to the driver, holds in the file how many
 * commands had been answered when it was offered (modulo 2^32), so that a replay overlaps commands
 * as the recorded run did. One thread.
 */
public final class CommandFile implements AutoCloseable {
  static final int HEAD_BYTES = Card.MESSAGE_BYTES;
  static final int ANSWERED_OFFSET = 4;
  private static final long MAGIC = 0x53444D435054534CL;
  private static final int VERSION = 1;
  private static final int VERSION_OFFSET = 8;
  private static final int SCHEMA_HASH_OFFSET = 16;
  private static final int BLOCK_COMMANDS = 1024;

  private final FileChannel channel;
  private final Path path;
  private final long commands;
  private final ByteBuffer block =
      ByteBuffer.allocate(BLOCK_COMMANDS * Card.MESSAGE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final UnsafeBuffer blockBytes = new UnsafeBuffer(block);
  private long blockStart = -BLOCK_COMMANDS;

  private CommandFile(FileChannel channel, Path path) throws IOException {
    this.channel = channel;
    this.path = path;
    this.commands = channel.size() / Card.MESSAGE_BYTES - 1;
  }

  /** The head of a file written under today's schema. */
  static ByteBuffer head() {
    ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(0, MAGIC).putInt(VERSION_OFFSET, VERSION);
    return head.putLong(SCHEMA_HASH_OFFSET, CardSchemaHash.VALUE);
  }

  /**
   * Opens a file.
   *
   * @throws IOException where it cannot be read, is no file of commands, or was written under
   *     another schema.
   */
  public static CommandFile open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      ByteBuffer found = ByteBuffer.allocate(HEAD_BYTES);
      channel.read(found, 0);
      if (!found.flip().equals(head())) {
        throw new IOException(
            path + ": not a file of commands under schema " + Long.toHexString(schemaHash()));
      }
      return new CommandFile(channel, path);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static long schemaHash() {
    return CardSchemaHash.VALUE;
  }

  /** Commands in the file. */
  public long commands() {
    return commands;
  }

  /**
   * Points a buffer to a command; valid until the next call.
   *
   * @throws IOException where the file cannot be read.
   * @throws IndexOutOfBoundsException where there is no such command.
   */
  public void command(long number, DirectBuffer view) throws IOException {
    if (number < 0 || number >= commands) {
      throw new IndexOutOfBoundsException(path + " has no command " + number);
    }
    if (number < blockStart || number >= blockStart + BLOCK_COMMANDS) {
      load(number - number % BLOCK_COMMANDS);
    }
    view.wrap(blockBytes, (int) (number - blockStart) * Card.MESSAGE_BYTES, Card.MESSAGE_BYTES);
  }

  /**
   * How many commands had been answered when this one was offered.
   *
   * @param view as {@link #command} left it.
   */
  public static long answeredBefore(long number, DirectBuffer view) {
    // No more than a window's slots are in flight, so that 32 bits tell which of them.
    int inFlight = (int) number - view.getInt(ANSWERED_OFFSET, ByteOrder.LITTLE_ENDIAN);
    return number - Integer.toUnsignedLong(inFlight);
  }

  private void load(long first) throws IOException {
    block.clear();
    long position = HEAD_BYTES + first * Card.MESSAGE_BYTES;
    while (block.hasRemaining() && channel.read(block, position + block.position()) >= 0) {
      // Until the block is full or the file ends.
    }
    blockStart = first;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
