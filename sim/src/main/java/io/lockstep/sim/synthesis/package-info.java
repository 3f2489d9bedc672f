/**
 * An estimate of what the card takes of an FPGA, before placement and routing: Yosys elaborates the
 * RTL and maps its logic; the blocks of its memories are computed from their widths and depths.
 */
package io.lockstep.sim.synthesis;
