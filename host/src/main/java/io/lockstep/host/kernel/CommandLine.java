package io.lockstep.host.kernel;

import io.lockstep.host.csv.CsvLines;
import io.lockstep.host.csv.LineException;
import io.lockstep.host.csv.Words;
import java.util.List;

/** The columns of a command's line, and the words that stand in them. */
final class CommandLine {
  static final List<String> COLUMNS =
      List.of(
          "command",
          "id",
          "instrument",
          "account",
          "side",
          "price",
          "quantity",
          "type",
          "time_in_force",
          "self_trade",
          "flags",
          "session",
          "sell_id",
          "group",
          "low",
          "high");

  static final int COMMAND = 0;
  static final int ID = 1;
  static final int INSTRUMENT = 2;
  static final int ACCOUNT = 3;
  static final int SIDE = 4;
  static final int PRICE = 5;
  static final int QUANTITY = 6;
  static final int TYPE = 7;
  static final int TIME_IN_FORCE = 8;
  static final int SELF_TRADE = 9;
  static final int FLAGS = 10;
  static final int SESSION = 11;
  static final int SELL_ID = 12;
  static final int GROUP = 13;
  static final int LOW = 14;
  static final int HIGH = 15;

  /** Codes of the schema are the places of these words. */
  static final Words SIDES = new Words("buy", "sell");

  static final Words TYPES = new Words("limit", "market");
  static final Words TIMES_IN_FORCE = new Words("gtc", "ioc", "fok");
  static final Words SELF_TRADES = new Words("incoming", "resting", "both");
  static final Words LINES = new Words("instruments", "orders", "positions", "accounts");
  static final Words ORDER_FLAGS = new Words("post_only", "reduce_only", "parked");

  /** What a line asks for, and the columns that it may fill. */
  enum Kind {
    NEW(
        ID,
        INSTRUMENT,
        ACCOUNT,
        SIDE,
        PRICE,
        QUANTITY,
        TYPE,
        TIME_IN_FORCE,
        SELF_TRADE,
        FLAGS,
        SESSION),
    CANCEL(ID, ACCOUNT),
    REPLACE(ID, INSTRUMENT, ACCOUNT, PRICE, QUANTITY, SELF_TRADE, FLAGS),
    MASS_CANCEL(INSTRUMENT, ACCOUNT, SESSION),
    PARK(ID, ACCOUNT),
    UNPARK(ID, ACCOUNT),
    CROSS(ID, INSTRUMENT, PRICE, QUANTITY, SELL_ID),
    SET_ACCOUNT(ACCOUNT, GROUP),
    SET_BAND(INSTRUMENT, LOW, HIGH),
    SET_WINDOW(INSTRUMENT, LOW),
    AUDIT(FLAGS),
    BARRIER();

    private static final Kind[] KINDS = values();
    private static final Words WORDS = Words.of(KINDS);

    private final int allowed;

    Kind(int... columns) {
      int bits = 1 << COMMAND;
      for (int column : columns) {
        bits |= 1 << column;
      }
      allowed = bits;
    }

    /**
     * The kind of a line.
     *
     * @throws LineException if there is none of that name, or the line fills a column that is not
     *     of its kind.
     */
    static Kind of(CsvLines line) {
      Kind kind = KINDS[WORDS.code(line, COMMAND)];
      for (int column = 0; column < COLUMNS.size(); column++) {
        if ((kind.allowed & 1 << column) == 0 && !line.isEmpty(column)) {
          throw line.fault(column, "not a column of " + WORDS.name(kind.ordinal()));
        }
      }
      return kind;
    }
  }

  private CommandLine() {}
}
