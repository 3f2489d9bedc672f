/**
 * Random and hostile commands for any card, drawn from a seed: the same seed gives the same
 * commands to every card that keeps the rules, whatever its speed.
 */
package io.lockstep.sim.fuzz;
