package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What the chapter Margin of docs/card.md adds to how commands can end. */
final class MarginRules {
  private MarginRules() {}

  /** Adds the reasons of margin to a table of those without it, and returns that table. */
  static Map<TemplateId, Set<RejectReason>> added(Map<TemplateId, Set<RejectReason>> table) {
    addToOrders(table);
    addToSettings(table);
    addParameters(table);
    addAccounts(table);
    addLoads(table);
    return table;
  }

  /** Adds what else can become of commands with margin. */
  static Map<TemplateId, Set<Ending>> addedEndings(Map<TemplateId, Set<Ending>> table) {
    Set<Ending> ofNew = EnumSet.of(Ending.DRY_RUN, Ending.SYSTEM, Ending.REDUCED);
    ofNew.addAll(table.get(TemplateId.NEW));
    table.put(TemplateId.NEW, ofNew);
    return table;
  }

  private static void addToOrders(Map<TemplateId, Set<RejectReason>> table) {
    add(
        table,
        TemplateId.NEW,
        RejectReason.NOT_VALUED,
        RejectReason.CASH_BOUND,
        RejectReason.MARGIN_INSUFFICIENT);
    // An instrument stays valued while an order of it is live.
    add(table, TemplateId.REPLACE, RejectReason.CASH_BOUND, RejectReason.MARGIN_INSUFFICIENT);
    add(
        table,
        TemplateId.RESERVE,
        RejectReason.UNSUPPORTED_FIELD,
        RejectReason.LOADING,
        RejectReason.UNKNOWN_ORDER);
  }

  private static void addToSettings(Map<TemplateId, Set<RejectReason>> table) {
    add(
        table,
        TemplateId.SET_INSTRUMENT,
        RejectReason.GROUP_OUT_OF_RANGE,
        RejectReason.GROUP_FULL,
        RejectReason.INSTRUMENT_IN_USE,
        RejectReason.MARGIN_BOUND);
    add(
        table,
        TemplateId.OPEN_POSITION,
        RejectReason.UNKNOWN_PORTFOLIO,
        RejectReason.PORTFOLIO_FULL);
    add(table, TemplateId.CLOSE_POSITION, RejectReason.UNKNOWN_PORTFOLIO);
    add(
        table,
        TemplateId.OPEN_PORTFOLIO,
        RejectReason.UNSUPPORTED_FIELD,
        RejectReason.UNKNOWN_ACCOUNT,
        RejectReason.GROUP_OUT_OF_RANGE,
        RejectReason.PORTFOLIO_OUT_OF_RANGE,
        RejectReason.PORTFOLIO_OCCUPIED,
        RejectReason.PORTFOLIO_EXISTS);
    add(
        table,
        TemplateId.CLOSE_PORTFOLIO,
        RejectReason.UNSUPPORTED_FIELD,
        RejectReason.UNKNOWN_PORTFOLIO,
        RejectReason.PORTFOLIO_NOT_EMPTY);
  }

  private static void addParameters(Map<TemplateId, Set<RejectReason>> table) {
    add(
        table,
        TemplateId.SET_FEE_ROW,
        RejectReason.UNSUPPORTED_FIELD,
        RejectReason.UNKNOWN_INSTRUMENT,
        RejectReason.MARGIN_BOUND);
    add(
        table,
        TemplateId.SET_SIZE_CURVE,
        RejectReason.UNSUPPORTED_FIELD,
        RejectReason.UNKNOWN_INSTRUMENT,
        RejectReason.MARGIN_BOUND,
        RejectReason.CURVE_INVALID,
        RejectReason.SWEEP_UNFINISHED);
    add(
        table,
        TemplateId.STAGE_ARRAY,
        RejectReason.UNSUPPORTED_FIELD,
        RejectReason.UNKNOWN_INSTRUMENT,
        RejectReason.PRICE_BEYOND_LIMIT,
        RejectReason.MARGIN_BOUND,
        RejectReason.SWEEP_UNFINISHED);
    add(
        table,
        TemplateId.COMMIT_GROUP,
        RejectReason.UNSUPPORTED_FIELD,
        RejectReason.GROUP_OUT_OF_RANGE,
        RejectReason.FACTOR_INVALID,
        RejectReason.WRONG_EPOCH,
        RejectReason.SWEEP_UNFINISHED,
        RejectReason.NOT_STAGED);
    add(
        table,
        TemplateId.SWEEP_CHUNK,
        RejectReason.UNSUPPORTED_FIELD,
        RejectReason.LOADING,
        RejectReason.PORTFOLIO_OUT_OF_RANGE);
  }

  private static void addAccounts(Map<TemplateId, Set<RejectReason>> table) {
    add(
        table,
        TemplateId.ADJUST,
        RejectReason.UNSUPPORTED_FIELD,
        RejectReason.LOADING,
        RejectReason.UNKNOWN_ACCOUNT,
        RejectReason.CASH_BOUND,
        RejectReason.MARGIN_INSUFFICIENT);
    add(
        table,
        TemplateId.ADJUST_ADD_ON,
        RejectReason.UNSUPPORTED_FIELD,
        RejectReason.LOADING,
        RejectReason.UNKNOWN_PORTFOLIO,
        RejectReason.ADD_ON_BOUND,
        RejectReason.MARGIN_INSUFFICIENT);
    add(
        table,
        TemplateId.TRANSFER,
        RejectReason.UNSUPPORTED_FIELD,
        RejectReason.LOADING,
        RejectReason.UNKNOWN_INSTRUMENT,
        RejectReason.UNKNOWN_ACCOUNT,
        RejectReason.UNKNOWN_POSITION,
        RejectReason.QUANTITY_ZERO,
        RejectReason.QUANTITY_TOO_LARGE,
        RejectReason.PRICE_BEYOND_LIMIT,
        RejectReason.POSITION_BOUND,
        RejectReason.SAME_POSITION,
        RejectReason.NOT_VALUED,
        RejectReason.CASH_BOUND);
  }

  private static void addLoads(Map<TemplateId, Set<RejectReason>> table) {
    add(
        table,
        TemplateId.LOAD_ACCOUNT,
        RejectReason.UNSUPPORTED_FIELD,
        RejectReason.NOT_LOADING,
        RejectReason.UNKNOWN_ACCOUNT,
        RejectReason.CASH_BOUND);
    add(
        table,
        TemplateId.LOAD_PORTFOLIO,
        RejectReason.UNSUPPORTED_FIELD,
        RejectReason.NOT_LOADING,
        RejectReason.UNKNOWN_ACCOUNT,
        RejectReason.GROUP_OUT_OF_RANGE,
        RejectReason.PORTFOLIO_OUT_OF_RANGE,
        RejectReason.PORTFOLIO_OCCUPIED,
        RejectReason.PORTFOLIO_EXISTS,
        RejectReason.WRONG_EPOCH,
        RejectReason.ADD_ON_BOUND);
    add(
        table,
        TemplateId.LOAD_POSITION,
        RejectReason.UNKNOWN_PORTFOLIO,
        RejectReason.PORTFOLIO_FULL,
        RejectReason.NOT_VALUED);
    add(table, TemplateId.LOAD_ORDER, RejectReason.MARGIN_BOUND, RejectReason.NOT_VALUED);
  }

  private static void add(
      Map<TemplateId, Set<RejectReason>> table, TemplateId command, RejectReason... reasons) {
    Set<RejectReason> all =
        table.computeIfAbsent(command, none -> EnumSet.noneOf(RejectReason.class));
    all.addAll(Set.of(reasons));
  }
}
