package io.lockstep.sim.verilated;

import io.lockstep.driver.Card;
import io.lockstep.driver.Device;
import io.lockstep.sim.rtl.RtlException;
import java.nio.file.Path;
import java.util.Objects;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The Verilated card as a bus device. Its clock runs only inside {@link #advance} and register
 * accesses, and not at all while every command is answered: equal calls give equal cycles. One
 * thread; devices are independent of each other.
 */
public final class VerilatedDevice implements Device {
  /** Most cycles that one {@link #advance} runs: more than any answer takes but for long audits. */
  public static final long STEP_CYCLES_MAX = 1_000_000;

  private final int registerBytes;
  private final UnsafeBuffer window;
  private final UnsafeBuffer ring;
  private long busAddress;
  private long handle;
  private long cyclesAtClose;

  /**
   * A card after power-on.
   *
   * @param library from {@link VerilatedCardBuild}.
   * @param ringSlots events that the ring holds, a power of two.
   * @throws RtlException if the library cannot be loaded or the card does not start.
   */
  public VerilatedDevice(Path library, int ringSlots) {
    if (ringSlots < 1 || Integer.bitCount(ringSlots) != 1) {
      throw new IllegalArgumentException("ringSlots " + ringSlots + " is not a power of two");
    }
    handle = CardLoader.card_loader_open(library.toString(), ringSlots);
    if (handle == 0) {
      throw new RtlException("cannot open " + library + ": " + CardLoader.card_loader_error(0));
    }
    registerBytes = CardLoader.card_loader_register_bytes(handle);
    busAddress = CardLoader.card_loader_event_ring_bus_address(handle);
    window =
        new UnsafeBuffer(
            CardLoader.card_loader_window(handle), CardLoader.card_loader_window_bytes(handle));
    ring =
        new UnsafeBuffer(CardLoader.card_loader_event_ring(handle), ringSlots * Card.MESSAGE_BYTES);
  }

  @Override
  public int registerBytes() {
    return registerBytes;
  }

  @Override
  public int readRegister(int byteOffset) {
    return CardLoader.card_loader_register_read(requireOpen(), byteOffset);
  }

  @Override
  public void writeRegister(int byteOffset, int value) {
    CardLoader.card_loader_register_write(requireOpen(), byteOffset, value);
  }

  @Override
  public AtomicBuffer commandWindow() {
    return window;
  }

  @Override
  public AtomicBuffer eventRing() {
    return ring;
  }

  @Override
  public long eventRingBusAddress() {
    return busAddress;
  }

  /**
   * Writes bytes to the window as the bus would, in place of {@link #commandWindow}: a command may
   * come in pieces, and pieces of several commands in any order.
   *
   * @param source memory outside the Java heap.
   * @param index of the first byte in {@code source}.
   * @return 0, or {@link #LOST}.
   */
  public int writeWindow(int byteOffset, UnsafeBuffer source, int index, int bytes) {
    source.boundsCheck(index, bytes);
    Objects.checkFromIndexSize(byteOffset, bytes, window.capacity());
    long address = source.addressOffset() + index;
    return CardLoader.card_loader_window_write(requireOpen(), byteOffset, address, bytes);
  }

  /**
   * Puts the event ring elsewhere, while the card is disabled.
   *
   * @param address on the bus.
   * @param memory outside the Java heap, a power of two of 64 bytes; stays there until the close.
   */
  public void placeEventRing(long address, UnsafeBuffer memory) {
    CardLoader.card_loader_place_event_ring(
        requireOpen(), address, memory.addressOffset(), memory.capacity() / Card.MESSAGE_BYTES);
    busAddress = address;
    ring.wrap(memory);
  }

  @Override
  public int advance() {
    return CardLoader.card_loader_step(requireOpen(), STEP_CYCLES_MAX) < 0 ? LOST : 0;
  }

  @Override
  public String failure() {
    return handle == 0 ? "" : CardLoader.card_loader_error(handle);
  }

  /** Clock cycles since it was opened. */
  public long cycles() {
    return handle == 0 ? cyclesAtClose : CardLoader.card_loader_cycles(handle);
  }

  /**
   * Cycles of the command most recently answered, from the window's last byte to the first byte of
   * its first event on the bus. Exact for one command in flight.
   */
  public int windowToEventCycles() {
    return CardLoader.card_loader_window_to_event_cycles(requireOpen());
  }

  /** The same, from the cycle in which the kernel took it to its first event at the kernel. */
  public int kernelToEventCycles() {
    return CardLoader.card_loader_kernel_to_event_cycles(requireOpen());
  }

  /** The same, from the cycle in which the kernel took it until it was ready for the next one. */
  public int kernelToReadyCycles() {
    return CardLoader.card_loader_kernel_to_ready_cycles(requireOpen());
  }

  /**
   * The same with margin, from the cycle in which its operation entered the margin pipe to that of
   * its verdict; 0 if it was not gated ahead of the matcher.
   */
  public int gateCycles() {
    return CardLoader.card_loader_gate_cycles(requireOpen());
  }

  /**
   * The same with margin, from the cycle in which it came to the gate until the matcher took it.
   */
  public int gateToStartCycles() {
    return CardLoader.card_loader_gate_to_start_cycles(requireOpen());
  }

  /**
   * Writes commands {@code from} to {@code to}, counted from 0, as a waveform (FST). Only for a
   * library built with tracing.
   *
   * @throws RtlException if the file cannot be written.
   */
  public void wave(Path file, long from, long to) {
    if (CardLoader.card_loader_wave(requireOpen(), file.toString(), from, to) != 0) {
      throw new RtlException("no waveform of commands " + from + " to " + to + " in " + file);
    }
  }

  /**
   * Writes which lines of the RTL were reached since it was opened, in Verilator's format.
   *
   * @throws RtlException for a library built without coverage.
   */
  public void coverage(Path file) {
    if (CardLoader.card_loader_coverage(requireOpen(), file.toString()) != 0) {
      throw new RtlException("no coverage in " + file + ": the card was built without it");
    }
  }

  /** Frees the model; window and ring are gone with it. A second call does nothing. */
  @Override
  public void close() {
    if (handle != 0) {
      cyclesAtClose = cycles();
      window.wrap(0, 0);
      ring.wrap(0, 0);
      CardLoader.card_loader_close(handle);
      handle = 0;
    }
  }

  private long requireOpen() {
    if (handle == 0) {
      throw new IllegalStateException("the Verilated card is closed");
    }
    return handle;
  }
}
