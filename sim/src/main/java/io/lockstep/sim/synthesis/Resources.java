package io.lockstep.sim.synthesis;

/**
 * Parts of an UltraScale+ FPGA, had or used.
 *
 * @param luts look-up tables of 6 inputs, those that serve as memory or shift register included.
 * @param flipFlops registers of one bit.
 * @param blockRams of 36 kbit.
 * @param ultraRams of 288 kbit.
 * @param dsps multipliers with adder.
 */
public record Resources(int luts, int flipFlops, int blockRams, int ultraRams, int dsps) {
  /** Nothing. */
  static final Resources NONE = new Resources(0, 0, 0, 0, 0);

  /** Both together. */
  Resources plus(Resources other) {
    return new Resources(
        luts + other.luts,
        flipFlops + other.flipFlops,
        blockRams + other.blockRams,
        ultraRams + other.ultraRams,
        dsps + other.dsps);
  }
}
