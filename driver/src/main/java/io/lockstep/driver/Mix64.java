package io.lockstep.driver;

/**
 * The step of SplitMix64: each bit of its input moves about half of the bits of its output, and no
 * two inputs give the same output.
 */
public final class Mix64 {
  private Mix64() {}

  /** The value, well mixed. */
  public static long mix(long value) {
    long x = value + 0x9E3779B97F4A7C15L;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
