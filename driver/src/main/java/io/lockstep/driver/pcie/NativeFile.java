package io.lockstep.driver.pcie;

import com.sun.jna.LastErrorException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An open file of the kernel. Failures are {@link LastErrorException}, with errno. One thread; a
 * second close does nothing.
 */
final class NativeFile implements AutoCloseable {
  private static final int OWNER_ONLY = 0600;

  private int descriptor;

  /**
   * @param flags of open(2).
   */
  NativeFile(Path path, int flags) {
    this.descriptor = Libc.open(path.toString(), flags | Libc.O_CLOEXEC, OWNER_ONLY);
  }

  /** Up to so many bytes from the offset on; fewer at the file's end. */
  byte[] read(long offset, int length) {
    byte[] bytes = new byte[length];
    int count = (int) Libc.pread(descriptor, bytes, length, offset);
    return count == length ? bytes : Arrays.copyOf(bytes, count);
  }

  void write(long offset, byte... bytes) {
    Libc.pwrite(descriptor, bytes, bytes.length, offset);
  }

  /** Makes the file so long; what is new reads as zeros. */
  void resize(long length) {
    Libc.ftruncate(descriptor, length);
  }

  /** Takes the file for this process alone; fails with EAGAIN where another one has it. */
  void lock() {
    Libc.flock(descriptor, Libc.LOCK_EX | Libc.LOCK_NB);
  }

  /**
   * Maps the file's beginning for reading and writing, shared.
   *
   * @param hint address that is taken if it is free; 0: any.
   * @param flags more flags of mmap(2).
   */
  MappedMemory map(long hint, int length, int flags) {
    int protection = Libc.PROT_READ | Libc.PROT_WRITE;
    long address = Libc.mmap(hint, length, protection, Libc.MAP_SHARED | flags, descriptor, 0);
    return new MappedMemory(address, length);
  }

  @Override
  public void close() {
    if (descriptor >= 0) {
      Libc.close(descriptor);
      descriptor = -1;
    }
  }
}
