/**
 * Two cards in lockstep: the same commands to both, their events compared byte for byte; and the
 * files of commands that repeat what they were given.
 */
package io.lockstep.sim.lockstep;
