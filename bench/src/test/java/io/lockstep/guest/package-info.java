/**
 * The PCIe driver under a real kernel: a stock Debian kernel in QEMU, with one PCI function whose
 * accesses QEMU hands to this process, where the Verilated card answers them and writes its events
 * into the guest's memory. What that shows and what not stands in docs/pcie.md.
 */
package io.lockstep.guest;
