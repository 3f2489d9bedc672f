package io.lockstep.host.engine;

import io.lockstep.host.snapshot.SnapshotPart;

/** All kinds of log messages, by template, made with what they share. */
final class RequestKinds {
  private static final int TEMPLATES = 128;

  private final RequestKind[] byTemplate = new RequestKind[TEMPLATES];
  private final InstrumentDefinitions instrumentDefinitions;
  private final AccountDefinitions accountDefinitions;
  private final LoadEnds loadEnds;

  RequestKinds(
      LogState state,
      OrderTable orders,
      Calls calls,
      PendingReactions reactions,
      ReportStream stream,
      BookReports book) {
    Instruments instruments = state.instruments();
    Commands commands = new Commands();
    OrderReports orderReports = new OrderReports(stream, orders, instruments);
    VenueReports venueReports = new VenueReports(stream, instruments);
    OrderEnds ends = new OrderEnds(orders, orderReports, book);
    NamedOrders named = new NamedOrders(orders);
    PositionOpenings positions = new PositionOpenings(state.positions(), commands);
    instrumentDefinitions =
        new InstrumentDefinitions(instruments, orders, calls, commands, venueReports);
    accountDefinitions = new AccountDefinitions(state.accounts(), commands);
    add(new NewOrders(state, positions, orders, commands, orderReports, ends));
    add(new Cancels(state, named, commands, orderReports, ends));
    add(new Replaces(state, named, orders, commands, orderReports, ends, book));
    MassEnds mass = new MassEnds(orders, orderReports, ends, book);
    AccountSweep sweep = new AccountSweep(state.accounts(), commands, mass);
    add(new MassCancels(state, commands, sweep, mass, venueReports));
    add(new KillSwitches(state, commands, sweep, mass, venueReports));
    DrainedWork work =
        new DrainedWork(instruments, orders, calls, commands, venueReports, ends, book);
    PhaseMoves moves = new PhaseMoves(instruments, orders, calls, work, venueReports);
    add(new PhaseChanges(state, moves, work, venueReports));
    add(new BandMoves(state, orders, calls, work, venueReports));
    add(new WindowMoves(state, work, venueReports));
    add(new Reactions(instruments, reactions, moves));
    add(new Ticks(instruments, moves));
    add(instrumentDefinitions);
    add(accountDefinitions);
    loadEnds = new LoadEnds(commands);
    add(loadEnds);
    add(new SessionOpenings(state.sessions()));
    add(new SessionEnds(state.sessions(), commands, mass));
  }

  private void add(RequestKind kind) {
    byTemplate[kind.templateId()] = kind;
  }

  /**
   * The kind of a message.
   *
   * @throws IllegalStateException when there is none: the log was not written for this engine.
   */
  RequestKind of(LogMessage message) {
    int template = message.templateId();
    RequestKind kind = template < TEMPLATES ? byTemplate[template] : null;
    if (kind == null) {
      throw new IllegalStateException(
          "log message " + message.sequence() + " has unknown template " + template);
    }
    return kind;
  }

  /** True once the venue's definitions have ended. */
  boolean isLoaded() {
    return loadEnds.ended();
  }

  /** What it knows of that. */
  SnapshotPart loadState() {
    return loadEnds;
  }

  /** Definitions that did not fit the card. */
  long definitionsRefused() {
    return instrumentDefinitions.refused() + accountDefinitions.refused();
  }
}
