/**
 * The Java model of the card: docs/card.md as a program, bit for bit, without clock cycles. Where
 * it differs from the RTL, one of them has a fault.
 *
 * <p>{@link io.lockstep.sim.model.ModelCard} is the ring side. Below it, a class for each command
 * (a {@link io.lockstep.sim.model.Command}) holds the reasons to refuse it in the order of their
 * numbers, then what it does. What commands have in common stands once: {@link
 * io.lockstep.sim.model.Checks} (reasons), {@link io.lockstep.sim.model.OrderEntry} and {@link
 * io.lockstep.sim.model.Matching} (an {@link io.lockstep.sim.model.Order} comes in), {@link
 * io.lockstep.sim.model.LiveOrders} (what happens to it until it ends), {@link
 * io.lockstep.sim.model.Trades} (two orders meet). With margin, {@link io.lockstep.sim.model.Gate}
 * decides before an order matches, {@link io.lockstep.sim.model.Holdings} keeps the figures of
 * {@link io.lockstep.sim.model.margin} in step with the positions, and {@link
 * io.lockstep.sim.model.StatusReports} tells what changed.
 *
 * <p>State is {@link io.lockstep.sim.model.CardState}: arrays of a fixed size, so that nothing is
 * allocated once a card is open.
 */
package io.lockstep.sim.model;
