/**
 * The figures of portfolio margin, as docs/card.md (Margin) defines them: what a bank has of an
 * instrument, what a risk group, a portfolio and an account keep, and the sums over them. Nothing
 * here knows of commands, orders or events; {@link io.lockstep.sim.model} says when what counts.
 *
 * <p>All money is in scaled minor units, in a {@code long}: the bounds of the page ({@link
 * io.lockstep.sim.model.margin.Bounds}) are tested where values enter, so that no sum overflows.
 * One thread; nothing is allocated after construction.
 */
package io.lockstep.sim.model.margin;
