package io.lockstep.host.stat;

import io.lockstep.host.stat.Reading.Part;
import io.lockstep.host.stat.Reading.Row;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * A reading for scripts: a line a counter, whatever its value; docs/operator.md has the columns.
 */
public final class StatCsv {
  private StatCsv() {}

  /** Prints all of it. */
  public static void print(Reading reading, PrintWriter out) {
    out.println("part,name,value");
    out.println("card,name," + reading.card());
    for (Part part : Part.values()) {
      String name = part.name().toLowerCase(Locale.ROOT);
      for (Row row : reading.rows(part)) {
        out.println(name + "," + row.name() + "," + row.value());
      }
    }
    out.flush();
  }
}
