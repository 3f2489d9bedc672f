/**
 * Replays a recorded exchange day and compares every fill and auction with what the exchange
 * printed.
 *
 * <p>The way of the data: {@link io.lockstep.host.replay.SseDay} reads the two files, {@link
 * io.lockstep.host.replay.ReplayPlan} tells what to send, a replay sends it and reports each fill
 * to {@link io.lockstep.host.replay.DayComparison}.
 */
package io.lockstep.host.replay;
