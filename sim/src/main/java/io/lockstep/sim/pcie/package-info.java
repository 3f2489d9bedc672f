/**
 * The Verilated card as a PCIe function, for a driver in another process: what the bus does to
 * writes, and a tree of files that looks like sysfs.
 */
package io.lockstep.sim.pcie;
