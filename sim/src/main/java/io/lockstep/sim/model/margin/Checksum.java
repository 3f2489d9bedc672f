package io.lockstep.sim.model.margin;

/** A checksum of the audit: words rotated left, each by its own number of bits, and joined. */
final class Checksum {
  private Checksum() {}

  /** The checksum with one more word. */
  static long with(long sum, long word, int bits) {
    return sum ^ Long.rotateLeft(word, bits);
  }
}
