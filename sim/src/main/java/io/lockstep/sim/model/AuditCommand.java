package io.lockstep.sim.model;

import static io.lockstep.sim.model.OrderPool.NONE;
import static io.lockstep.sim.model.Sides.NO_PRICE;

import io.lockstep.schema.card.AuditDecoder;
import io.lockstep.schema.card.AuditLinesEncoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.model.margin.Portfolio;
import io.lockstep.sim.model.margin.RiskGroup;

/** Audit: streams what the card holds, as lines. */
final class AuditCommand extends Command {
  private static final int INSTRUMENTS = AuditLinesEncoder.instruments((short) 0, true);
  private static final int ORDERS = AuditLinesEncoder.orders((short) 0, true);
  private static final int POSITIONS = AuditLinesEncoder.positions((short) 0, true);
  private static final int ACCOUNTS = AuditLinesEncoder.accounts((short) 0, true);
  private static final int PORTFOLIOS = AuditLinesEncoder.portfolios((short) 0, true);
  private static final int GROUPS = AuditLinesEncoder.groups((short) 0, true);
  private static final int LANES = AuditLinesEncoder.lanes((short) 0, true);
  private static final int WITHOUT_MARGIN = INSTRUMENTS | ORDERS | POSITIONS | ACCOUNTS;
  private static final int WITH_MARGIN = WITHOUT_MARGIN | PORTFOLIOS | GROUPS | LANES;

  private final AuditDecoder command = new AuditDecoder();
  private final AuditLines lines;
  private final int supported;
  private int asked;

  AuditCommand(CardState state, EventWriter events) {
    super(state, events, AuditDecoder.TEMPLATE_ID, Flags.NONE, When.ALWAYS);
    lines = new AuditLines(events);
    supported = state.hasMargin() ? WITH_MARGIN : WITHOUT_MARGIN;
  }

  @Override
  void decode(Messages window, int at) {
    window.wrap(command, at);
    asked = command.lines().getRaw();
  }

  @Override
  boolean hasUnsupportedCode() {
    return (asked & ~supported) != 0;
  }

  @Override
  RejectReason refusal() {
    return NOT_REFUSED;
  }

  @Override
  void carryOut() {
    lines.begin();
    streamInstruments();
    if (isAsked(ORDERS)) {
      streamParkedOrders();
    }
    if (isAsked(POSITIONS)) {
      streamPositions();
    }
    if (isAsked(PORTFOLIOS)) {
      streamPortfolios();
    }
    if (isAsked(ACCOUNTS)) {
      streamAccounts();
    }
    if (isAsked(GROUPS)) {
      streamGroups();
    }
    events.done(TemplateId.AUDIT, lines.count());
  }

  private boolean isAsked(int kind) {
    return (asked & kind) != 0;
  }

  private void streamInstruments() {
    for (int number = 0; number < state.capacities.instruments(); number++) {
      if (!state.knowsInstrument(number)) {
        continue;
      }
      Instrument instrument = state.instrument(number);
      if (isAsked(INSTRUMENTS)) {
        streamInstrument(instrument);
      }
      if (isAsked(ORDERS)) {
        streamResting(instrument.book.bids);
        streamResting(instrument.book.asks);
      }
    }
  }

  private void streamInstrument(Instrument instrument) {
    lines.instrument(instrument);
    if (state.hasMargin()) {
      lines.terms(instrument.number, instrument.terms);
    }
  }

  private void streamResting(BookSide side) {
    for (int price = side.bestPrice(); price != NO_PRICE; price = side.nextWorsePrice(price)) {
      int rank = 0;
      for (int slot = side.first(price); slot != NONE; slot = state.pool.next(slot)) {
        lines.order(state.pool, slot, rank++);
      }
    }
  }

  private void streamParkedOrders() {
    IndexSet parked = state.pool.parked;
    for (int slot = parked.next(0); slot != IndexSet.NONE; slot = parked.next(slot + 1)) {
      lines.order(state.pool, slot, 0);
    }
  }

  private void streamPositions() {
    IndexSet open = state.positions.open;
    for (int slot = open.next(0); slot != IndexSet.NONE; slot = open.next(slot + 1)) {
      lines.position(state.positions, slot);
    }
  }

  private void streamPortfolios() {
    IndexSet open = state.portfolios.open;
    for (int slot = open.next(0); slot != IndexSet.NONE; slot = open.next(slot + 1)) {
      Portfolio portfolio = state.portfolios.get(slot);
      lines.portfolio(portfolio);
      if (isAsked(LANES)) {
        streamLanes(portfolio);
      }
    }
  }

  private void streamLanes(Portfolio portfolio) {
    for (int scenario = 0; scenario < state.capacities.scenarios(); scenario += 2) {
      lines.lanes(portfolio, scenario);
    }
  }

  private void streamAccounts() {
    IndexSet known = state.accounts.known;
    for (int account = known.next(0); account != IndexSet.NONE; account = known.next(account + 1)) {
      lines.account(
          account,
          state.accounts.group(account),
          state.accounts.feeTier(account),
          state.hasMargin() ? state.accounts.margin(account) : null);
    }
  }

  private void streamGroups() {
    for (int number = 0; state.hasGroup(number); number++) {
      RiskGroup group = state.group(number);
      if (group.wasCommitted()) {
        lines.group(number, group);
      }
    }
  }
}
