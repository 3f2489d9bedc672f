package io.lockstep.driver.pcie;

import com.sun.jna.LastErrorException;
import io.lockstep.driver.Device;
import io.lockstep.driver.pcie.PcieRefusedException.Reason;
import org.agrona.CloseHelper;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A card on the PCIe bus: BAR 0 mapped for registers, BAR 2 write-combining for commands, one huge
 * page for events. Registers are plain loads and stores to mapped memory; commands and events too,
 * nothing native on their way. The window is mapped from {@code resource2_wc} alone: were {@code
 * resource2} mapped too, the kernel would make both uncached without a word.
 *
 * <p>One thread. A card that leaves the bus shows by registers that read as all ones.
 */
public final class PcieDevice implements Device {
  private static final int ALL_ONES = -1;

  private final ConfigSpace configuration;
  private EventRing ring;
  private EnabledFunction enabled;
  private MappedMemory registerMemory;
  private MappedMemory windowMemory;
  private final UnsafeBuffer registers;
  private final UnsafeBuffer window;
  private boolean closed;

  private PcieDevice(PcieFunction function) {
    function.requireUsable();
    configuration = new ConfigSpace(function);
    try {
      // A process that was killed may have left it on: the card shall not write to the new ring.
      configuration.stopBusMastering();
      ring = new EventRing(function);
      enabled = new EnabledFunction(function);
      registerMemory = map(function, 0, "resource0");
      registers = registerMemory.buffer();
      if (readRegister(0) == ALL_ONES) {
        throw function.refused(Reason.READS_ALL_ONES, "its registers read as all ones");
      }
      windowMemory = map(function, 2, "resource2_wc");
      window = windowMemory.buffer();
      configuration.startBusMastering();
    } catch (RuntimeException e) {
      CloseHelper.quietClose(this);
      throw e;
    }
  }

  /**
   * Claims, enables and maps the card at an address, and makes it a bus master.
   *
   * @param address domain, bus, device and function, as {@code 0000:01:00.0}.
   * @throws PcieRefusedException telling what is wrong and what to do; then all is as it was.
   */
  public static PcieDevice open(PcieHost host, String address) {
    return new PcieDevice(PcieFunction.at(host, address));
  }

  /**
   * The same with the first card that the bus has, by address.
   *
   * @throws PcieRefusedException telling what is wrong and what to do; then all is as it was.
   */
  public static PcieDevice openFirst(PcieHost host) {
    return new PcieDevice(PcieFunction.first(host));
  }

  /**
   * An address that is well formed.
   *
   * @throws IllegalArgumentException for another.
   */
  public static String requireAddress(String address) {
    if (!PcieFunction.isAddress(address)) {
      throw new IllegalArgumentException("no address of a PCI function: " + address);
    }
    return address;
  }

  /**
   * The virtual address that the event ring of a function gets where it is free.
   *
   * @param address domain, bus, device and function, as {@code 0000:01:00.0}.
   */
  public static long ringAddressHint(String address) {
    return EventRing.addressHint(address);
  }

  private static MappedMemory map(PcieFunction function, int bar, String name) {
    try (NativeFile file = new NativeFile(function.file(name), Libc.O_RDWR)) {
      return file.map(0, function.barBytes(bar), 0);
    } catch (LastErrorException e) {
      throw function.refusedByKernel(
          Reason.BAR_NOT_MAPPABLE, "BAR " + bar + " cannot be mapped (" + name + ")", e);
    }
  }

  @Override
  public int registerBytes() {
    return registers.capacity();
  }

  @Override
  public int readRegister(int byteOffset) {
    return registers.getIntVolatile(byteOffset);
  }

  @Override
  public void writeRegister(int byteOffset, int value) {
    registers.putIntRelease(byteOffset, value);
  }

  @Override
  public AtomicBuffer commandWindow() {
    return window;
  }

  @Override
  public AtomicBuffer eventRing() {
    return ring.buffer();
  }

  @Override
  public long eventRingBusAddress() {
    return ring.busAddress();
  }

  /** Takes bus mastering from the card, unmaps everything and gives the huge page back. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      CloseHelper.closeAll(
          configuration::stopBusMastering,
          windowMemory,
          registerMemory,
          enabled,
          ring,
          configuration);
    }
  }
}
