package io.lockstep.driver.pcie;

import org.agrona.concurrent.UnsafeBuffer;

/** Memory that was mapped from a file. A second close does nothing. */
final class MappedMemory implements AutoCloseable {
  private final long address;
  private final UnsafeBuffer buffer;

  MappedMemory(long address, int length) {
    this.address = address;
    this.buffer = new UnsafeBuffer(address, length);
  }

  /** The virtual address. */
  long address() {
    return address;
  }

  /** Of no length once it is closed: what is used too late fails its bounds check. */
  UnsafeBuffer buffer() {
    return buffer;
  }

  @Override
  public void close() {
    int length = buffer.capacity();
    if (length > 0) {
      buffer.wrap(0, 0);
      Libc.munmap(address, length);
    }
  }
}
