/**
 * Volatility surfaces: per underlying and expiry a smile over log-moneyness, moved by reports in
 * bounded steps, held and then widened while reports stay away. docs/pricing.md tells the rules.
 *
 * <p>State machines driven by calls with the log's time: no clock, no chance, {@link
 * java.lang.StrictMath} alone; nothing is allocated per call. It knows no card and no engine.
 */
package io.lockstep.host.surface;
