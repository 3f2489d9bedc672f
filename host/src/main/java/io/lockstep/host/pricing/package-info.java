/**
 * What contracts are worth, and how that changes: Black's formula with a cost of carry, its Greeks,
 * and the volatility that a price implies. docs/pricing.md tells formulas, units and sources.
 *
 * <p>Pure functions of doubles: no clock, no chance, {@link java.lang.StrictMath} alone, so that a
 * result is the same on every machine, to the bit. Nothing is allocated per call. It knows no card
 * and no engine.
 */
package io.lockstep.host.pricing;
