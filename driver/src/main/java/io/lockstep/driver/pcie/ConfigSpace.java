package io.lockstep.driver.pcie;

import com.sun.jna.LastErrorException;
import io.lockstep.driver.pcie.PcieRefusedException.Reason;

/**
 * The configuration space of a function: who has locked it drives the card, and here the card is
 * given leave to write to the host's memory.
 */
final class ConfigSpace implements AutoCloseable {
  private static final int COMMAND = 4;
  private static final int MASTER = 4;
  private static final int ALL_ONES = 0xFFFF;

  private final PcieFunction function;
  private final NativeFile file;

  /**
   * Claims the function for this process.
   *
   * @throws PcieRefusedException if it cannot be written, another process has it, or the card is
   *     gone.
   */
  ConfigSpace(PcieFunction function) {
    this.function = function;
    try {
      file = new NativeFile(function.file("config"), Libc.O_RDWR);
    } catch (LastErrorException e) {
      throw function.refusedByKernel(
          Reason.NO_PERMISSION, "its configuration space cannot be opened", e);
    }
    try {
      lock();
      if (command() == ALL_ONES) {
        throw function.refused(Reason.READS_ALL_ONES, "its configuration space reads as all ones");
      }
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private void lock() {
    try {
      file.lock();
    } catch (LastErrorException e) {
      throw function.refused(Reason.IN_USE, "another process drives it", e);
    }
  }

  /**
   * Makes the card a bus master.
   *
   * @throws PcieRefusedException if it does not become one.
   */
  void startBusMastering() {
    write(command() | MASTER);
    if (!isBusMaster()) {
      throw function.refused(Reason.NO_BUS_MASTERING, "it does not become a bus master");
    }
  }

  /** From here on the card writes to no memory of the host. */
  void stopBusMastering() {
    if (isBusMaster()) {
      write(command() & ~MASTER);
    }
  }

  private boolean isBusMaster() {
    return (command() & MASTER) != 0;
  }

  private int command() {
    byte[] bytes = file.read(COMMAND, Short.BYTES);
    return bytes.length < Short.BYTES ? 0 : bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8;
  }

  private void write(int command) {
    try {
      file.write(COMMAND, (byte) command, (byte) (command >> 8));
    } catch (LastErrorException e) {
      throw function.refusedByKernel(
          Reason.NO_BUS_MASTERING, "its configuration space cannot be written", e);
    }
  }

  /** Another process may claim the function now. A second call does nothing. */
  @Override
  public void close() {
    file.close();
  }
}
