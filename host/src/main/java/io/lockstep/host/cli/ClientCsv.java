package io.lockstep.host.cli;

import static io.lockstep.host.cli.ClientRequest.number;

import io.lockstep.host.cli.ClientRequest.Action;
import java.util.OptionalLong;

/**
 * Reads requests from CSV: {@value #COLUMNS}. Empty columns at the end may be left out; so may the
 * header line. Empty lines and those that begin with {@code #} say nothing.
 */
final class ClientCsv {
  static final String COLUMNS = "action,instrument,quantity,price,time_in_force,account,order";

  private static final int COUNT = COLUMNS.split(",").length;

  private ClientCsv() {}

  /**
   * Reads a line.
   *
   * @return null for a line that says nothing.
   * @throws IllegalArgumentException with what is wrong.
   */
  static ClientRequest read(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#") || text.equals(COLUMNS)) {
      return null;
    }
    String[] given = text.split(",", -1);
    if (given.length > COUNT) {
      throw new IllegalArgumentException("more than " + COUNT + " columns");
    }
    String[] fields = new String[COUNT];
    for (int i = 0; i < COUNT; i++) {
      fields[i] = i < given.length ? given[i].strip() : "";
    }
    OptionalLong account = optional("account", fields[5]);
    return switch (fields[0]) {
      case "buy" -> order(Action.BUY, fields, account);
      case "sell" -> order(Action.SELL, fields, account);
      case "cancel" -> ClientRequest.cancel(fields[6], account);
      default -> throw new IllegalArgumentException("unknown action '" + fields[0] + "'");
    };
  }

  private static ClientRequest order(Action action, String[] fields, OptionalLong account) {
    return ClientRequest.order(
        action,
        number("instrument", fields[1]),
        number("quantity", fields[2]),
        optional("price", fields[3]),
        fields[4],
        account);
  }

  private static OptionalLong optional(String name, String text) {
    return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number(name, text));
  }
}
