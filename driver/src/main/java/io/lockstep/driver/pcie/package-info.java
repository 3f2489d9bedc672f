/**
 * A card on the PCIe bus of this machine: found in sysfs, mapped by JNA. Nothing native is called
 * per command. What can be wrong, and what to do about it, is {@link
 * io.lockstep.driver.pcie.PcieRefusedException.Reason}.
 */
package io.lockstep.driver.pcie;
