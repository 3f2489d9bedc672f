package io.lockstep.sim.pcie;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import java.nio.file.Path;

/**
 * Calls by which this kernel refuses what another one would refuse a driver: sealed memory for a
 * kernel that is locked down, limits, and threads without privileges.
 */
final class Kernel {
  static final int RLIMIT_FSIZE = 1;
  static final int RLIMIT_MEMLOCK = 8;

  private static final int MFD_ALLOW_SEALING = 2;
  private static final int MFD_HUGETLB = 4;
  private static final int F_ADD_SEALS = 1033;
  private static final int F_SEAL_WRITE = 8;
  private static final int CAPABILITY_VERSION = 0x2008_0522;

  static {
    Native.register(Kernel.class, "c");
  }

  private Kernel() {}

  static native int memfd_create(String name, int flags) throws LastErrorException;

  static native int fcntl(int file, int command, int argument) throws LastErrorException;

  static native long write(int file, byte[] bytes, long length) throws LastErrorException;

  static native int getrlimit(int resource, long[] softAndHard) throws LastErrorException;

  static native int setrlimit(int resource, long[] softAndHard) throws LastErrorException;

  static native int capget(int[] header, int[] data) throws LastErrorException;

  static native int capset(int[] header, int[] data) throws LastErrorException;

  /** A file with these bytes that answers EPERM to whoever writes to it or maps it for writing. */
  static Path sealed(byte[] bytes) {
    int file = memfd_create("sealed", MFD_ALLOW_SEALING);
    write(file, bytes, bytes.length);
    fcntl(file, F_ADD_SEALS, F_SEAL_WRITE);
    return Path.of("/proc/self/fd/" + file);
  }

  /** A file of huge pages, without one being taken for it. */
  static Path ofHugePages() {
    return Path.of("/proc/self/fd/" + memfd_create("huge", MFD_HUGETLB));
  }

  /** Does something under a limit of this process. */
  static void withLimit(int resource, long limit, Runnable action) {
    long[] before = new long[2];
    getrlimit(resource, before);
    setrlimit(resource, new long[] {limit, before[1]});
    try {
      action.run();
    } finally {
      setrlimit(resource, before);
    }
  }

  /** Does something on this thread without root's privileges, if it has them. */
  static void unprivileged(Runnable action) {
    int[] header = {CAPABILITY_VERSION, 0};
    int[] before = new int[6]; // effective, permitted, inheritable; twice
    capget(header, before);
    int[] none = before.clone();
    none[0] = 0;
    none[3] = 0;
    capset(header, none);
    try {
      action.run();
    } finally {
      capset(header, before);
    }
  }
}
