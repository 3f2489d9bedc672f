package io.lockstep.host.engine;

import io.lockstep.host.margin.RiskParameters;
import io.lockstep.host.snapshot.SnapshotPart;

/** All kinds of log messages, by template, made with what they share. */
final class RequestKinds {
  private static final int TEMPLATES = 128;

  private final RequestKind[] byTemplate = new RequestKind[TEMPLATES];
  private final InstrumentDefinitions instrumentDefinitions;
  private final AccountDefinitions accountDefinitions;
  private final MarginDefinitions marginDefinitions;
  private final LoadEnds loadEnds;
  private final MarginWork marginWork;
  private final MarginSettlement marginSettlement;

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
    PositionOpenings positions = new PositionOpenings(state, commands);
    instrumentDefinitions = new InstrumentDefinitions(state, orders, calls, commands, venueReports);
    accountDefinitions = new AccountDefinitions(state.accounts(), state.marginAccounts(), commands);
    marginDefinitions = new MarginDefinitions(state, commands);
    MarginReports marginReports = new MarginReports(stream, state.accounts());
    AccountMargin margin = new AccountMargin(state, orders);
    RiskParameters parameters = new RiskParameters(state.markets(), state.banks().scenarios());
    ContingencyMoves contingencies = new ContingencyMoves(state, commands);
    GreekReports greeks = new GreekReports(state, marginReports);
    MarginTicks marginTicks = new MarginTicks(state, contingencies, greeks, commands);
    ReserveRounds reserves = new ReserveRounds(orders, margin, reactions, commands);
    MarginReactions marginReactions = new MarginReactions(state, orders, reserves, reactions);
    marginWork = new MarginWork(state, parameters, commands, contingencies, marginReactions);
    marginSettlement =
        new MarginSettlement(state, orders, contingencies, marginReactions, marginReports);
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
    add(
        new Reactions(
            reactions,
            new BreakerHalts(instruments, moves),
            reserves,
            new MarginCalls(state, orders, margin, reactions, commands, ends)));
    add(new Ticks(instruments, moves, marginTicks));
    add(instrumentDefinitions);
    add(accountDefinitions);
    marginDefinitions.ofTheHost().forEach(this::add);
    add(marginDefinitions.feeRows());
    add(new MarkMoves(state, parameters, commands, venueReports));
    add(new VolatilityMoves(state, parameters, commands, venueReports));
    add(new SmileReports(state, parameters, commands, venueReports));
    add(new FeeTierMoves(state, commands, venueReports));
    add(new CashMoves(state, commands, venueReports, marginReports));
    add(new AddOnMoves(state, commands, venueReports));
    add(new AssetMoves(state, positions, margin, commands, venueReports));
    add(new WhatIfOrders(state, positions, commands, marginReports));
    add(new WhatIfPortfolios(state, margin, commands, marginReports));
    add(new MarginQueries(state, margin, greeks, commands, marginReports));
    add(new GreekFollowings(state, commands, venueReports));
    loadEnds = new LoadEnds(state.sweep(), commands);
    add(loadEnds);
    add(new SessionOpenings(state.sessions()));
    add(new SessionEnds(state, commands, mass));
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
    return instrumentDefinitions.refused()
        + accountDefinitions.refused()
        + marginDefinitions.refused();
  }

  /** What margin makes of messages beside what they ask for. */
  MarginWork marginWork() {
    return marginWork;
  }

  /** Stage B for a card with margin. */
  MarginSettlement marginSettlement() {
    return marginSettlement;
  }
}
