package io.lockstep.sim.fuzz;

import io.lockstep.driver.CardDescription;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How each command of docs/card.md can end: the reasons for which it can be refused, and what else
 * can become of it. The fuzz counts these pairs, and is not content until it saw each often.
 */
public final class CommandRules {
  /** Of a card without margin. */
  public static final CommandRules WITHOUT_MARGIN = new CommandRules(reasons(), endings());

  /** Of a card with margin. */
  public static final CommandRules WITH_MARGIN =
      new CommandRules(MarginRules.added(reasons()), MarginRules.addedEndings(endings()));

  private final Map<TemplateId, Set<RejectReason>> reasons;
  private final Map<TemplateId, Set<Ending>> endings;

  private CommandRules(
      Map<TemplateId, Set<RejectReason>> reasons, Map<TemplateId, Set<Ending>> endings) {
    this.reasons = reasons;
    this.endings = endings;
  }

  /** The rules that a card keeps. */
  public static CommandRules of(CardDescription card) {
    return card.portfolios() > 0 ? WITH_MARGIN : WITHOUT_MARGIN;
  }

  /** The commands that a card implements, in the order of their numbers. */
  public Set<TemplateId> commands() {
    return reasons.keySet();
  }

  /** Whether a template is a command that a card implements. */
  public boolean isImplemented(int template) {
    return reasons.keySet().stream().anyMatch(kind -> kind.value() == template);
  }

  /** The reasons for which a command can be refused. */
  public Set<RejectReason> reasons(TemplateId command) {
    return reasons.get(command);
  }

  Set<Ending> endings(TemplateId command) {
    return endings.getOrDefault(command, EnumSet.of(Ending.DONE));
  }

  private static Map<TemplateId, Set<RejectReason>> reasons() {
    Map<TemplateId, Set<RejectReason>> table = new EnumMap<>(TemplateId.class);
    table.put(
        TemplateId.NEW,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD,
            RejectReason.LOADING,
            RejectReason.UNKNOWN_INSTRUMENT,
            RejectReason.UNKNOWN_ACCOUNT,
            RejectReason.UNKNOWN_POSITION,
            RejectReason.QUANTITY_ZERO,
            RejectReason.QUANTITY_TOO_LARGE,
            RejectReason.PRICE_BEYOND_LIMIT,
            RejectReason.PRICE_OUTSIDE_WINDOW,
            RejectReason.SLOT_OUT_OF_RANGE,
            RejectReason.SLOT_OCCUPIED,
            RejectReason.POOL_FULL,
            RejectReason.POSITION_BOUND,
            RejectReason.NOTHING_TO_REDUCE,
            RejectReason.WOULD_CROSS,
            RejectReason.WOULD_SELF_TRADE,
            RejectReason.UNFILLABLE));
    table.put(
        TemplateId.CANCEL,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD, RejectReason.LOADING, RejectReason.UNKNOWN_ORDER));
    table.put(
        TemplateId.REPLACE,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD,
            RejectReason.LOADING,
            RejectReason.UNKNOWN_INSTRUMENT,
            RejectReason.UNKNOWN_ORDER,
            RejectReason.QUANTITY_TOO_LARGE,
            RejectReason.PRICE_BEYOND_LIMIT,
            RejectReason.PRICE_OUTSIDE_WINDOW,
            RejectReason.POSITION_BOUND,
            RejectReason.WOULD_CROSS));
    table.put(
        TemplateId.MASS_CANCEL,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD,
            RejectReason.LOADING,
            RejectReason.UNKNOWN_INSTRUMENT,
            RejectReason.UNKNOWN_ACCOUNT));
    table.put(
        TemplateId.PARK,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD,
            RejectReason.LOADING,
            RejectReason.UNKNOWN_ORDER,
            RejectReason.NOT_RESTING));
    table.put(
        TemplateId.UNPARK,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD,
            RejectReason.LOADING,
            RejectReason.UNKNOWN_ORDER,
            RejectReason.PRICE_OUTSIDE_WINDOW,
            RejectReason.WOULD_CROSS,
            RejectReason.BEYOND_BAND,
            RejectReason.NOT_PARKED));
    table.put(
        TemplateId.CROSS,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD,
            RejectReason.LOADING,
            RejectReason.UNKNOWN_INSTRUMENT,
            RejectReason.UNKNOWN_ORDER,
            RejectReason.QUANTITY_ZERO,
            RejectReason.BEYOND_BAND,
            RejectReason.NOT_PARKED,
            RejectReason.QUANTITY_BEYOND_OPEN,
            RejectReason.PRICE_BEYOND_ORDER));
    addSettings(table);
    addLoads(table);
    return table;
  }

  private static void addSettings(Map<TemplateId, Set<RejectReason>> table) {
    table.put(
        TemplateId.SET_INSTRUMENT,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD,
            RejectReason.UNKNOWN_INSTRUMENT,
            RejectReason.LIMITS_INVALID,
            RejectReason.WINDOW_INVALID,
            RejectReason.BAND_OUTSIDE_WINDOW,
            RejectReason.BOOK_NOT_EMPTY));
    table.put(
        TemplateId.SET_ACCOUNT,
        EnumSet.of(RejectReason.UNSUPPORTED_FIELD, RejectReason.UNKNOWN_ACCOUNT));
    table.put(
        TemplateId.SET_BAND,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD,
            RejectReason.UNKNOWN_INSTRUMENT,
            RejectReason.BAND_OUTSIDE_WINDOW,
            RejectReason.ORDERS_OUTSIDE_BAND));
    table.put(
        TemplateId.SET_WINDOW,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD,
            RejectReason.UNKNOWN_INSTRUMENT,
            RejectReason.WINDOW_INVALID,
            RejectReason.BAND_OUTSIDE_WINDOW,
            RejectReason.ORDERS_OUTSIDE_WINDOW));
    table.put(
        TemplateId.OPEN_POSITION,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD,
            RejectReason.UNKNOWN_INSTRUMENT,
            RejectReason.UNKNOWN_ACCOUNT,
            RejectReason.POSITION_OUT_OF_RANGE,
            RejectReason.POSITION_OCCUPIED));
    table.put(
        TemplateId.CLOSE_POSITION,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD,
            RejectReason.UNKNOWN_POSITION,
            RejectReason.POSITION_NOT_EMPTY));
    table.put(TemplateId.AUDIT, EnumSet.of(RejectReason.UNSUPPORTED_FIELD));
    table.put(TemplateId.BARRIER, EnumSet.of(RejectReason.UNSUPPORTED_FIELD));
  }

  private static void addLoads(Map<TemplateId, Set<RejectReason>> table) {
    table.put(
        TemplateId.LOAD_POSITION,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD,
            RejectReason.NOT_LOADING,
            RejectReason.UNKNOWN_INSTRUMENT,
            RejectReason.UNKNOWN_ACCOUNT,
            RejectReason.POSITION_BOUND,
            RejectReason.POSITION_OUT_OF_RANGE,
            RejectReason.POSITION_OCCUPIED));
    table.put(
        TemplateId.LOAD_ORDER,
        EnumSet.of(
            RejectReason.UNSUPPORTED_FIELD,
            RejectReason.NOT_LOADING,
            RejectReason.UNKNOWN_INSTRUMENT,
            RejectReason.UNKNOWN_ACCOUNT,
            RejectReason.UNKNOWN_POSITION,
            RejectReason.QUANTITY_ZERO,
            RejectReason.QUANTITY_TOO_LARGE,
            RejectReason.PRICE_BEYOND_LIMIT,
            RejectReason.PRICE_OUTSIDE_WINDOW,
            RejectReason.SLOT_OUT_OF_RANGE,
            RejectReason.SLOT_OCCUPIED,
            RejectReason.POOL_FULL,
            RejectReason.POSITION_BOUND,
            RejectReason.WOULD_CROSS,
            RejectReason.BEYOND_BAND));
    table.put(
        TemplateId.END_OF_LOAD,
        EnumSet.of(RejectReason.UNSUPPORTED_FIELD, RejectReason.NOT_LOADING));
  }

  private static Map<TemplateId, Set<Ending>> endings() {
    Map<TemplateId, Set<Ending>> table = new EnumMap<>(TemplateId.class);
    table.put(
        TemplateId.NEW,
        EnumSet.of(
            Ending.RESTS,
            Ending.PARKED,
            Ending.FILLED,
            Ending.FILLED_OR_KILLED,
            Ending.IMMEDIATE_OR_CANCEL,
            Ending.BAND,
            Ending.SELF_TRADE));
    table.put(
        TemplateId.REPLACE,
        EnumSet.of(
            Ending.RESTS,
            Ending.PARKED,
            Ending.FILLED,
            Ending.BAND,
            Ending.SELF_TRADE,
            Ending.KEPT_PLACE,
            Ending.ENDED));
    table.put(TemplateId.MASS_CANCEL, EnumSet.of(Ending.SOME_FIT, Ending.NONE_FITS));
    return table;
  }
}
