package io.lockstep.sim.rtl;

import java.nio.file.Files;
import java.nio.file.Path;

/** The native half of {@link RtlModule}: handles are pointers, and a wrong one ends the process. */
final class RtlNative {
  static {
    Path library = Checkout.nativeFolder().resolve("librtl_jni.so");
    if (!Files.exists(library)) {
      throw new RtlException(
          library + " is missing; build it with: mvn -pl sim -am process-classes");
    }
    System.load(library.toString());
  }

  private RtlNative() {}

  static native long open(String library);

  static native void close(long handle);

  /** A line per port: direction, name, bits, address. */
  static native String ports(long handle);

  /** 0, or -1 after a failed check. */
  static native int eval(long handle);

  /** Cycles run; fewer than asked for after a failed check. */
  static native long clock(long handle, long clockAddress, long cycles);

  static native int waveOpen(long handle, String path);

  static native void waveClose(long handle);

  /** Text of the last failure on this thread. */
  static native String error(long handle);
}
