package io.lockstep.driver.pcie;

import com.sun.jna.LastErrorException;
import io.lockstep.driver.pcie.PcieRefusedException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.CloseHelper;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The event ring of a card: one huge page of 2 MiB, a file of hugetlbfs that has the function's
 * address in its name. While the file is there nobody else gets the page: should this process be
 * killed, a card that goes on writing spoils no memory, and the next process takes the same page.
 */
final class EventRing implements AutoCloseable {
  /** A huge page: 32,768 events. */
  static final int BYTES = 2 * 1024 * 1024;

  private static final int PAGE_BYTES = 4096;
  private static final int PAGES = BYTES / PAGE_BYTES;
  private static final long FIRST_HINT = 0x2000_0000_0000L;
  private static final long PRESENT = 1L << 63;
  private static final long FRAME = (1L << 55) - 1;

  private final Path path;
  private final NativeFile file;
  private MappedMemory memory;
  private long busAddress;

  /**
   * Maps the ring of a function that this process has claimed.
   *
   * @throws PcieRefusedException if there is no such page, or its address is not told.
   */
  EventRing(PcieFunction function) {
    path = function.host().hugePages().resolve("lockstep-" + function.address());
    try {
      file = new NativeFile(path, Libc.O_RDWR | Libc.O_CREAT);
    } catch (LastErrorException e) {
      throw function.refused(Reason.NO_HUGE_PAGE, "no file in " + path.getParent(), e);
    }
    try {
      map(function);
      busAddress = busAddress(function);
    } catch (RuntimeException e) {
      CloseHelper.quietClose(this);
      throw e;
    }
  }

  private void map(PcieFunction function) {
    try {
      file.resize(BYTES);
      memory = file.map(addressHint(function.address()), BYTES, Libc.MAP_POPULATE);
    } catch (LastErrorException e) {
      throw function.refused(Reason.NO_HUGE_PAGE, "no huge page of 2 MiB for its events", e);
    }
    try {
      Libc.mlock(memory.address(), BYTES);
    } catch (LastErrorException e) {
      throw function.refused(Reason.RING_NOT_LOCKED, "its event ring stays not in memory", e);
    }
  }

  /**
   * The virtual address that is asked for, though another will do: of its own for each function, so
   * that a map of the process's memory shows at once what it is.
   */
  static long addressHint(String address) {
    String[] parts = address.split("[:.]");
    int device = Integer.parseInt(parts[2], 16) << 3 | Integer.parseInt(parts[3], 16);
    return FIRST_HINT + (Integer.parseInt(parts[1], 16) << 8 | device) * (long) BYTES;
  }

  private long busAddress(PcieFunction function) {
    Path pagemap = function.host().pagemap();
    byte[] entries;
    try (NativeFile pages = new NativeFile(pagemap, Libc.O_RDONLY)) {
      entries = pages.read(memory.address() / PAGE_BYTES * Long.BYTES, PAGES * Long.BYTES);
    } catch (LastErrorException e) {
      throw function.refused(Reason.NO_PHYSICAL_ADDRESS, "cannot read " + pagemap, e);
    }
    ByteBuffer words = ByteBuffer.wrap(entries).order(ByteOrder.LITTLE_ENDIAN);
    long first = entries.length < Long.BYTES ? 0 : words.getLong(0);
    if ((first & PRESENT) != 0 && (first & FRAME) == 0) {
      throw function.refused(
          Reason.NO_PHYSICAL_ADDRESS, "the kernel hides the frames of this process in " + pagemap);
    }
    for (int page = 0; page < PAGES; page++) {
      long entry = words.remaining() < Long.BYTES ? 0 : words.getLong();
      boolean follows = (entry & FRAME) == (first & FRAME) + page;
      if ((entry & PRESENT) == 0 || !follows || (first & FRAME) % PAGES != 0) {
        throw function.refused(Reason.NO_HUGE_PAGE, path + " is not one huge page of 2 MiB");
      }
    }
    return (first & FRAME) * PAGE_BYTES;
  }

  /** Of no length once it is closed. */
  UnsafeBuffer buffer() {
    return memory.buffer();
  }

  /** Address on the bus: the physical one, since nothing translates. */
  long busAddress() {
    return busAddress;
  }

  /** Gives the page back: the card must not write any more. A second call does nothing. */
  @Override
  public void close() {
    CloseHelper.closeAll(memory, () -> Files.deleteIfExists(path), file);
  }
}
