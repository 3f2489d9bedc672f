package io.lockstep.guest;

import com.sun.jna.Pointer;

/** Answers QEMU's messages about one PCI function, until QEMU ends. One thread. */
final class ProxyServer {
  private final ProxySocket socket;
  private final CardFunction function;

  ProxyServer(ProxySocket socket, CardFunction function) {
    this.socket = socket;
    this.function = function;
  }

  /**
   * Returns when QEMU has ended.
   *
   * @throws IllegalStateException where QEMU says what this protocol does not know.
   */
  void run() {
    while (socket.read()) {
      Pointer data = socket.data();
      switch (socket.command()) {
        case ProxySocket.SYNC_SYSMEM:
          function.memory().replace(data, socket.descriptors());
          break;
        case ProxySocket.CONFIG_READ:
          socket.answer(function.configuration().read(data.getInt(0), data.getInt(8)));
          break;
        case ProxySocket.CONFIG_WRITE:
          function.configuration().write(data.getInt(0), data.getInt(8), data.getInt(4));
          socket.answer(0);
          break;
        case ProxySocket.BAR_READ:
          socket.answer(function.read(data.getLong(0), data.getInt(16)));
          break;
        case ProxySocket.BAR_WRITE:
          function.write(data.getLong(0), data.getInt(16), data.getLong(8));
          socket.answer(0);
          break;
        case ProxySocket.SET_IRQFD:
          // The card has no interrupts.
          for (int descriptor : socket.descriptors()) {
            Posix.close(descriptor);
          }
          break;
        case ProxySocket.DEVICE_RESET:
          function.configuration().reset();
          socket.answer(0);
          break;
        default:
          throw new IllegalStateException("QEMU sends the unknown command " + socket.command());
      }
    }
  }
}
