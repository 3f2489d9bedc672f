package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.TimeInForce;

/** Sorts of new orders that the fuzz sends. */
enum OrderKind {
  RESTING(TimeInForce.GTC),
  POST_ONLY(TimeInForce.GTC),
  PARKED(TimeInForce.GTC),
  IMMEDIATE(TimeInForce.IOC),
  REDUCE_ONLY(TimeInForce.IOC),
  FILL_OR_KILL(TimeInForce.FOK);

  final TimeInForce timeInForce;

  OrderKind(TimeInForce timeInForce) {
    this.timeInForce = timeInForce;
  }
}
