/**
 * The card's contract, and everything between it and the bus: discovery of registers, the command
 * window, the event ring. Knows nothing of the host above it.
 */
package io.lockstep.driver;
