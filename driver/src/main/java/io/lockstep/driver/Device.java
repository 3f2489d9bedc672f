package io.lockstep.driver;

import org.agrona.concurrent.AtomicBuffer;

/**
 * What the bus gives the driver: registers (BAR 0), the command window (BAR 2) and host memory for
 * the event ring. On hardware window and ring are plain mapped memory and nothing here is called
 * per command; a simulated device has no other life than {@link #advance}.
 *
 * <p>A device is owned by one thread.
 */
public interface Device extends AutoCloseable {
  /** {@link #advance}: the device is lost; {@link #failure} says why. */
  int LOST = -1;

  /** Size of BAR 0. */
  int registerBytes();

  /** Reads a register: slow, for control only. All ones if the device is gone. */
  int readRegister(int byteOffset);

  /** Writes a register. Posted: it does not wait until the write has arrived. */
  void writeRegister(int byteOffset, int value);

  /** The command window; write-combining on hardware. */
  AtomicBuffer commandWindow();

  /** Host memory for events; a power of two of 64 bytes, not yet cleared. */
  AtomicBuffer eventRing();

  /** The event ring's address as the card sees it. */
  long eventRingBusAddress();

  /**
   * Lets a simulated device work until it has answered a command, or has nothing to do. Hardware
   * works by itself and answers 0.
   *
   * @return 0, or {@link #LOST}.
   */
  default int advance() {
    return 0;
  }

  /** Why {@link #advance} answered {@link #LOST}; empty otherwise. */
  default String failure() {
    return "";
  }

  /** Unmaps everything. A second call does nothing. */
  @Override
  void close();
}
