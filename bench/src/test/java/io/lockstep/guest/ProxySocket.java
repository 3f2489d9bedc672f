package io.lockstep.guest;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * Messages of QEMU's {@code x-pci-proxy-dev}: a header of command (int) and size (u64), then that
 * many bytes; file descriptors come beside them. One thread; every read message stays valid until
 * the next.
 */
final class ProxySocket implements AutoCloseable {
  static final int SYNC_SYSMEM = 0;
  static final int RETURN = 1;
  static final int CONFIG_WRITE = 2;
  static final int CONFIG_READ = 3;
  static final int BAR_WRITE = 4;
  static final int BAR_READ = 5;
  static final int SET_IRQFD = 6;
  static final int DEVICE_RESET = 7;

  /** Most descriptors that a message brings. */
  static final int DESCRIPTORS_MAX = 8;

  private static final int HEADER_BYTES = 16;
  private static final int SIZE_OFFSET = 8;
  private static final int DATA_BYTES_MAX = 3 * DESCRIPTORS_MAX * Long.BYTES;

  // struct msghdr and struct cmsghdr.
  private static final int MESSAGE_BYTES = 56;
  private static final int MESSAGE_IOV = 16;
  private static final int MESSAGE_IOV_COUNT = 24;
  private static final int MESSAGE_CONTROL = 32;
  private static final int MESSAGE_CONTROL_BYTES = 40;
  private static final int CONTROL_LEVEL = 8;
  private static final int CONTROL_TYPE = 12;
  private static final int CONTROL_HEADER_BYTES = 16;
  private static final int CONTROL_BYTES = CONTROL_HEADER_BYTES + DESCRIPTORS_MAX * Integer.BYTES;

  private final int fd;
  private final Memory header = new Memory(HEADER_BYTES);
  private final Memory data = new Memory(DATA_BYTES_MAX);
  private final Memory reply = new Memory(HEADER_BYTES + Long.BYTES);
  private final Memory ioVector = new Memory(16);
  private final Memory control = new Memory(CONTROL_BYTES);
  private final Memory message = new Memory(MESSAGE_BYTES);
  private int[] descriptors = {};

  /**
   * @param fd the server's end of the pair; closed with this.
   */
  ProxySocket(int fd) {
    this.fd = fd;
    ioVector.setPointer(0, header);
    ioVector.setLong(8, HEADER_BYTES);
    message.clear();
    message.setPointer(MESSAGE_IOV, ioVector);
    message.setLong(MESSAGE_IOV_COUNT, 1);
    message.setPointer(MESSAGE_CONTROL, control);
    reply.setLong(0, RETURN);
    reply.setLong(SIZE_OFFSET, Long.BYTES);
  }

  /**
   * Waits for the next message.
   *
   * @return false where QEMU has ended.
   * @throws IllegalStateException where it is none of this protocol.
   */
  boolean read() {
    message.setLong(MESSAGE_CONTROL_BYTES, CONTROL_BYTES);
    long received;
    try {
      received = Posix.recvmsg(fd, message, Posix.MSG_WAITALL | Posix.MSG_CMSG_CLOEXEC);
    } catch (LastErrorException e) {
      if (e.getErrorCode() == Posix.ECONNRESET) {
        return false;
      }
      throw e;
    }
    if (received == 0) {
      return false;
    }
    descriptors = receivedDescriptors();
    long size = header.getLong(SIZE_OFFSET);
    if (received != HEADER_BYTES || size < 0 || size > DATA_BYTES_MAX) {
      throw new IllegalStateException(
          "not a message of x-pci-proxy-dev as QEMU 7.2 speaks it: command "
              + command()
              + ", "
              + size
              + " bytes");
    }
    return size == 0 || Posix.recv(fd, data, size, Posix.MSG_WAITALL) == size;
  }

  private int[] receivedDescriptors() {
    long bytes = message.getLong(MESSAGE_CONTROL_BYTES);
    boolean has =
        bytes > CONTROL_HEADER_BYTES
            && control.getInt(CONTROL_LEVEL) == Posix.SOL_SOCKET
            && control.getInt(CONTROL_TYPE) == Posix.SCM_RIGHTS;
    int count = has ? (int) (control.getLong(0) - CONTROL_HEADER_BYTES) / Integer.BYTES : 0;
    return control.getIntArray(CONTROL_HEADER_BYTES, count);
  }

  /** Command of the message that was read. */
  int command() {
    return header.getInt(0);
  }

  /** Data of the message that was read. */
  Pointer data() {
    return data;
  }

  /** Descriptors that came with it; they belong to the caller. */
  int[] descriptors() {
    return descriptors;
  }

  /** Answers the message that was read. QEMU waits for it, but not after memory or interrupts. */
  void answer(long value) {
    reply.setLong(HEADER_BYTES, value);
    if (Posix.send(fd, reply, reply.size(), Posix.MSG_NOSIGNAL) != reply.size()) {
      throw new IllegalStateException("QEMU takes no answer");
    }
  }

  @Override
  public void close() {
    Posix.close(fd);
  }
}
