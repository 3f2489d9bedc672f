package io.lockstep.driver.pcie;

import java.util.List;

/**
 * A line of {@code resource} in sysfs: where a BAR is on the bus, and what it is.
 *
 * @param start first address; 0 with {@code end} 0 where there is no such BAR.
 * @param end last address.
 */
record PcieBar(long start, long end, long flags) {
  private static final long MEMORY = 0x200;
  private static final long PREFETCHABLE = 0x2000;
  private static final PcieBar NONE = new PcieBar(0, 0, 0);

  /**
   * @param lines of {@code resource}: BAR 0 to 5, then others.
   */
  static PcieBar of(int number, List<String> lines) {
    String[] fields =
        number < lines.size() ? lines.get(number).trim().split("\\s+") : new String[0];
    if (fields.length != 3) {
      return NONE;
    }
    return new PcieBar(number(fields[0]), number(fields[1]), number(fields[2]));
  }

  private static long number(String hexadecimal) {
    return Long.parseUnsignedLong(hexadecimal.replaceFirst("^0x", ""), 16);
  }

  boolean isMemory() {
    return bytes() > 0 && (flags & MEMORY) != 0;
  }

  boolean isPrefetchable() {
    return (flags & PREFETCHABLE) != 0;
  }

  long bytes() {
    return start == 0 && end == 0 ? 0 : end - start + 1;
  }
}
