/**
 * Scenario sets, and the risk arrays that follow from them: what one long lot of an instrument
 * gains or loses, against its mark, in each scenario. docs/pricing.md tells the sets and the rules.
 *
 * <p>No clock, no chance, {@link java.lang.StrictMath} alone; nothing is allocated per array. It
 * knows no card and no engine.
 */
package io.lockstep.host.scenarios;
