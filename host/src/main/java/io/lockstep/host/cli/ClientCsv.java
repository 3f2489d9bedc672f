package io.lockstep.host.cli;

import java.util.List;

/**
 * Reads requests from CSV: {@value RequestFields#COLUMNS}. Empty columns at the end may be left
 * out; so may the header line. Empty lines and those that begin with {@code #} say nothing.
 */
final class ClientCsv {
  private ClientCsv() {}

  /**
   * Reads a line.
   *
   * @return null for a line that says nothing.
   * @throws IllegalArgumentException with what is wrong.
   */
  static ClientRequest read(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#") || text.equals(RequestFields.COLUMNS)) {
      return null;
    }
    String[] given = text.split(",", -1);
    List<String> names = RequestFields.NAMES;
    if (given.length > names.size()) {
      throw new IllegalArgumentException("more than " + names.size() + " columns");
    }
    RequestFields fields = new RequestFields();
    for (int i = 0; i < given.length; i++) {
      fields.put(names.get(i), given[i].strip());
    }
    return ClientRequest.of(fields);
  }
}
