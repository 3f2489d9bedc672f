package io.lockstep.guest;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * The system calls that Java has no word for: file descriptors passed over a socket, and to a child
 * process. Constants are those of Linux on x86-64.
 */
final class Posix {
  static final int AF_UNIX = 1;
  static final int SOCK_STREAM = 1;
  static final int SOCK_CLOEXEC = 0x80000;
  static final int SOL_SOCKET = 1;
  static final int SCM_RIGHTS = 1;
  static final int MSG_WAITALL = 0x100;
  static final int MSG_NOSIGNAL = 0x4000;
  static final int MSG_CMSG_CLOEXEC = 0x4000_0000;
  static final int PROT_READ_WRITE = 3;
  static final int MAP_SHARED = 1;
  static final int O_RDONLY = 0;
  static final int O_WRONLY_CREAT_TRUNC = 0x241;
  static final int SIGTERM = 15;
  static final int ECONNRESET = 104;

  /** More than glibc's posix_spawn_file_actions_t takes. */
  static final int SPAWN_FILE_ACTIONS_BYTES = 128;

  static {
    Native.register(Posix.class, "c");
  }

  private Posix() {}

  static native int socketpair(int domain, int type, int protocol, int[] pair)
      throws LastErrorException;

  static native long recvmsg(int fd, Pointer message, int flags) throws LastErrorException;

  static native long recv(int fd, Pointer bytes, long length, int flags) throws LastErrorException;

  static native long send(int fd, Pointer bytes, long length, int flags) throws LastErrorException;

  static native Pointer mmap(
      Pointer address, long length, int protection, int flags, int fd, long offset)
      throws LastErrorException;

  static native int munmap(Pointer address, long length) throws LastErrorException;

  static native int close(int fd) throws LastErrorException;

  /** Answers the error's number; 0 is none. */
  static native int posix_spawnp(
      int[] pid, String file, Pointer actions, Pointer attributes, Pointer argv, Pointer envp);

  static native int posix_spawn_file_actions_init(Pointer actions);

  static native int posix_spawn_file_actions_destroy(Pointer actions);

  static native int posix_spawn_file_actions_adddup2(Pointer actions, int fd, int childFd);

  static native int posix_spawn_file_actions_addopen(
      Pointer actions, int childFd, String path, int flags, int mode);

  static native int waitpid(int pid, int[] status, int options) throws LastErrorException;

  static native int kill(int pid, int signal) throws LastErrorException;
}
