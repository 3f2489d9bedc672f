package io.lockstep.sim.model;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.sim.model.PlainState.Top;
import java.util.TreeMap;
import java.util.TreeSet;

/** The state of {@link PlainCard}, and the command that it carries out. */
final class PlainContext {
  final PlainState state;
  final PlainEvents events = new PlainEvents();

  /** All reasons that apply, the lowest first. */
  final TreeSet<RejectReason> reasons = new TreeSet<>();

  int flags;

  /** What a refusal repeats. */
  long id;

  long account;

  PlainContext(Capacities capacities) {
    state = new PlainState(capacities);
  }

  void begin(int itsFlags) {
    flags = itsFlags;
    id = 0;
    account = 0;
    reasons.clear();
  }

  /** The top of book of each instrument. */
  TreeMap<Integer, Top> tops() {
    TreeMap<Integer, Top> tops = new TreeMap<>();
    state.instruments.keySet().forEach(number -> tops.put(number, state.top(number)));
    return tops;
  }

  void tellTop(int instrument, Top before) {
    Top now = state.top(instrument);
    if (!now.equals(before)) {
      events.top(instrument, now);
    }
  }
}
