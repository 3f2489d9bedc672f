/**
 * The testbench of RTL modules: Verilator builds a module, Java sets and reads its ports as memory,
 * and one native call clocks it.
 */
package io.lockstep.sim.rtl;
