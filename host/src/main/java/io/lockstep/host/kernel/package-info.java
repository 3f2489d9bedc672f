/**
 * Any card behind CSV: a line a command in, a line an event out, prices in ticks and ids as given.
 * docs/kernel-csv.md tells the columns.
 *
 * <p>{@link io.lockstep.host.kernel.KernelSession} reads a line, names what the card wants named
 * (slots, positions) and sends the command; {@code EventLines} writes what comes back.
 */
package io.lockstep.host.kernel;
