package io.lockstep.driver.pcie;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;

/** The C library's calls that Java has no like of. Each throws with errno where it failed. */
final class Libc {
  static final int EPERM = 1;
  static final int EAGAIN = 11;
  static final int EACCES = 13;
  static final int EROFS = 30;

  static final int O_RDONLY = 0;
  static final int O_WRONLY = 1;
  static final int O_RDWR = 2;
  static final int O_CREAT = 0x40;
  static final int O_CLOEXEC = 0x80000;

  static final int PROT_READ = 1;
  static final int PROT_WRITE = 2;
  static final int MAP_SHARED = 1;
  static final int MAP_POPULATE = 0x8000;

  static final int LOCK_EX = 2;
  static final int LOCK_NB = 4;

  static {
    Native.register(Libc.class, "c");
  }

  private Libc() {}

  static native int open(String path, int flags, int mode) throws LastErrorException;

  static native int close(int file) throws LastErrorException;

  static native long pread(int file, byte[] bytes, long length, long offset)
      throws LastErrorException;

  static native long pwrite(int file, byte[] bytes, long length, long offset)
      throws LastErrorException;

  static native int ftruncate(int file, long length) throws LastErrorException;

  static native int flock(int file, int operation) throws LastErrorException;

  static native long mmap(long hint, long length, int protection, int flags, int file, long offset)
      throws LastErrorException;

  static native int munmap(long address, long length) throws LastErrorException;

  static native int mlock(long address, long length) throws LastErrorException;
}
