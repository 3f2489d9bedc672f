/**
 * The card's RTL, compiled by Verilator, behind the same driver as hardware: a device over a small
 * C ABI (sim/src/main/native/lockstep_card.h) that moves only when polled.
 */
package io.lockstep.sim.verilated;
