/**
 * Which lines of the RTL the fuzz reaches: Verilator's line coverage of the whole card, what is not
 * reached, and the reasons for which that may be so.
 */
package io.lockstep.sim.coverage;
