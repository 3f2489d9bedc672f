package io.lockstep.guest;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The guest's memory as QEMU shared it last: ranges of bus addresses, each part of a file. A part
 * that is mapped once stays valid until the close, whatever map comes later.
 */
final class GuestMemory implements AutoCloseable {
  /** A range of bus addresses, from {@code offset} on in a file. */
  private record Range(long address, long bytes, int fd, long offset) {
    boolean holds(long from, long count) {
      return from >= address && count <= bytes && from - address <= bytes - count;
    }
  }

  private record Mapping(Pointer start, long bytes) {}

  private final List<Range> ranges = new ArrayList<>();
  private final List<Mapping> mappings = new ArrayList<>();

  /**
   * Takes a new map in place of the old one.
   *
   * @param map arrays of bus addresses, of sizes and of offsets, eight each.
   * @param descriptors a file for each range; they belong to this object now.
   */
  void replace(Pointer map, int[] descriptors) {
    closeFiles();
    for (int i = 0; i < descriptors.length; i++) {
      long address = map.getLong((long) i * Long.BYTES);
      long bytes = map.getLong((long) (ProxySocket.DESCRIPTORS_MAX + i) * Long.BYTES);
      long offset = map.getLong((long) (2 * ProxySocket.DESCRIPTORS_MAX + i) * Long.BYTES);
      ranges.add(new Range(address, bytes, descriptors[i], offset));
    }
  }

  /**
   * Maps a part into this process.
   *
   * @param address on the bus, of a page.
   * @throws IllegalStateException where the guest has no memory there.
   */
  UnsafeBuffer map(long address, int bytes) {
    for (Range range : ranges) {
      if (range.holds(address, bytes)) {
        long offset = range.offset() + address - range.address();
        Pointer start =
            Posix.mmap(
                Pointer.NULL, bytes, Posix.PROT_READ_WRITE, Posix.MAP_SHARED, range.fd(), offset);
        mappings.add(new Mapping(start, bytes));
        return new UnsafeBuffer(Pointer.nativeValue(start), bytes);
      }
    }
    throw new IllegalStateException(
        String.format("the guest has no memory at 0x%x, %d bytes", address, bytes));
  }

  private void closeFiles() {
    ranges.forEach(range -> Posix.close(range.fd()));
    ranges.clear();
  }

  @Override
  public void close() {
    mappings.forEach(mapping -> Posix.munmap(mapping.start(), mapping.bytes()));
    mappings.clear();
    closeFiles();
  }
}
