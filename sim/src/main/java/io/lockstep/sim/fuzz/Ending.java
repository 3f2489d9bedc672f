package io.lockstep.sim.fuzz;

/** How a command ends that is carried out. */
enum Ending {
  /** An order, or what is left of it, rests. */
  RESTS,
  /** An order is parked. */
  PARKED,
  /** An order is filled in full. */
  FILLED,
  /** A fill or kill is filled. */
  FILLED_OR_KILLED,
  /** What an IOC or market order could not fill is cancelled. */
  IMMEDIATE_OR_CANCEL,
  /** What is left of an order beyond the band is cancelled. */
  BAND,
  /** What is left of an order that met its owner is cancelled. */
  SELF_TRADE,
  /** A dry run is answered as an order would be. */
  DRY_RUN,
  /** An order of the engine's own passes the margin gate. */
  SYSTEM,
  /** An order of an account that is breached passes the margin gate. */
  REDUCED,
  /** A replaced order kept its place. */
  KEPT_PLACE,
  /** A replace ended its order. */
  ENDED,
  /** A mass cancel found orders that fit. */
  SOME_FIT,
  /** A mass cancel found none. */
  NONE_FITS,
  /** A command that can end in one way only. */
  DONE
}
