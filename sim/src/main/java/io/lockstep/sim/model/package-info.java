/**
 * The Java model of the card: docs/card.md as a program, bit for bit, without clock cycles. Where
 * it differs from the RTL, one of them has a fault.
 *
 * <p>{@link io.lockstep.sim.model.ModelCard} is the ring side. Below it, a class for each command
 * holds the reasons to refuse it in order of precedence, then what it does to the {@link
 * io.lockstep.sim.model.OrderBook} of its {@link io.lockstep.sim.model.Instrument} and to the
 * {@link io.lockstep.sim.model.OrderPool}.
 */
package io.lockstep.sim.model;
