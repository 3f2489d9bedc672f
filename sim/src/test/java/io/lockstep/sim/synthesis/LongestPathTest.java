package io.lockstep.sim.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What Yosys 0.23 writes about the longest path. */
class LongestPathTest {
  private static final String FLIP_FLOPS =
      """

        attribute \\src "/rtl/slot_scan.sv:43.3-60.6|/xilinx/ff_map.v:79.41-79.95"
        cell \\FDRE $auto$ff.cc:266:slice$73264
          connect \\D $abc$1
          connect \\Q \\u_kernel.u_walker.u_scan.left_q [5]
        end
      """;

  @Test
  void endsInLogicWhereYosysFollowsItNoFurther() {
    String timing =
        """
        Latest arrival time in 'lockstep_card' is 4122:
            4122 (<unknown>)
        Warning: Critical-path does not terminate in a recognised endpoint.
                   $abc$414472$aiger414471$17878
            4122 $flatten\\u_kernel.\\u_accounts.$lt$/rtl/account_table.sv:41$6491.carry4 (CARRY4.CI->O)
                   $abc$414472$aiger414471$42840
            3260 $abc$414472$lut$aiger414471$42840 (LUT6.I0->O)
                   \\u_kernel.u_walker.u_scan.left_q [5]
             399 $auto$ff.cc:266:slice$73264 (FDRE.C->Q)
                   \\u_event_buffer.clk_i
               0   \\clk_i (<primary input>)

        Arrival histogram:
        """;

    assertEquals(
        new LongestPath(4122, 1, "kernel.walker.scan.left_q", "logic at account_table.sv:41"),
        LongestPath.read(timing, FLIP_FLOPS));
  }
}
