package io.lockstep.sim.verilated;

import com.sun.jna.Native;
import io.lockstep.sim.rtl.Checkout;
import io.lockstep.sim.rtl.RtlException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * sim/src/main/native/card_loader.cpp by JNA. Handles are pointers: a wrong one ends the process.
 * What the functions mean stands in lockstep_card.h.
 */
final class CardLoader {
  static {
    Path library = Checkout.nativeFolder().resolve("libcard_loader.so");
    if (!Files.exists(library)) {
      throw new RtlException(
          library + " is missing; build it with: mvn -pl sim -am process-classes");
    }
    Native.register(CardLoader.class, library.toString());
  }

  private CardLoader() {}

  static native long card_loader_open(String library, int ringSlots);

  static native void card_loader_close(long handle);

  static native int card_loader_register_bytes(long handle);

  static native int card_loader_window_bytes(long handle);

  static native int card_loader_register_read(long handle, int byteOffset);

  static native void card_loader_register_write(long handle, int byteOffset, int value);

  static native long card_loader_window(long handle);

  static native long card_loader_event_ring(long handle);

  static native long card_loader_event_ring_bus_address(long handle);

  static native int card_loader_window_write(long handle, int byteOffset, long data, int bytes);

  static native void card_loader_place_event_ring(
      long handle, long busAddress, long memory, int ringSlots);

  static native long card_loader_step(long handle, long maxCycles);

  static native long card_loader_cycles(long handle);

  static native int card_loader_window_to_event_cycles(long handle);

  static native int card_loader_kernel_to_event_cycles(long handle);

  static native int card_loader_kernel_to_ready_cycles(long handle);

  static native int card_loader_gate_cycles(long handle);

  static native int card_loader_gate_to_start_cycles(long handle);

  static native int card_loader_wave(long handle, String path, long from, long to);

  static native int card_loader_coverage(long handle, String path);

  static native String card_loader_error(long handle);
}
