package io.lockstep.host.engine;

import io.lockstep.host.margin.ScanRanges;
import io.lockstep.host.margin.Surfaces;
import io.lockstep.host.margin.Sweep;
import io.lockstep.schema.card.DoneDecoder;

/**
 * What margin makes of ticks: scan ranges and volatilities move on; add-ons for contingencies
 * follow what has moved; followed Greeks are told. The latter two are drained: they read what stage
 * B wrote. Allocates nothing.
 */
final class MarginTicks {
  private final Sweep sweep;
  private final ScanRanges scanRanges;
  private final Surfaces surfaces;
  private final ContingencyMoves contingencies;
  private final GreekFollowers followers;
  private final GreekReports greeks;
  private final Commands commands;
  private final CommandKind telling = new Telling();

  MarginTicks(
      LogState state, ContingencyMoves contingencies, GreekReports greeks, Commands commands) {
    sweep = state.sweep();
    scanRanges = state.scanRanges();
    surfaces = state.surfaces();
    followers = state.greekFollowers();
    this.contingencies = contingencies;
    this.greeks = greeks;
    this.commands = commands;
  }

  /** Whether something must be settled before a tick. */
  boolean isDrained(long nowNs) {
    return contingencies.isCharging() || followers.firstDue(nowNs) != GreekFollowers.NONE;
  }

  /** A tick, drained or not. */
  void begin(long nowNs) {
    if (sweep.hasBegun()) {
      scanRanges.advance(nowNs);
      surfaces.advance(nowNs);
    }
    contingencies.begin();
    greeks.begin(nowNs);
  }

  /** Fills the request with the next command of a drained tick; false: there are no more. */
  boolean next(LogMessage message, Request request) {
    return contingencies.next(message, request) || tell(message, request);
  }

  private boolean tell(LogMessage message, Request request) {
    int follower = followers.firstDue(message.timeNs());
    if (follower == GreekFollowers.NONE) {
      return false;
    }
    followers.told(follower, message.timeNs());
    request.begin(telling, message);
    request.session = followers.session(follower);
    request.clientOrderId = followers.clientOrderId(follower);
    request.account = followers.account(follower);
    commands.barrier(request);
    return true;
  }

  // ------------------------------------------------------------------ stage B

  private final class Telling extends CommandKind {
    @Override
    boolean onDone(Request request, DoneDecoder done) {
      return !greeks.tellNext(request);
    }
  }
}
