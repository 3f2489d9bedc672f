package io.lockstep.host.cli;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Locale;

/** What the other end of standard output is. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether a person reads along, on a terminal that understands the usual control sequences. From
   * Java 22 on there is a console even where there is no terminal; it says so itself.
   */
  static boolean isInteractive() {
    Console console = System.console();
    String kind = System.getenv("TERM");
    if (console == null || kind == null || kind.equals("dumb")) {
      return false;
    }
    try {
      Method isTerminal = Console.class.getMethod("isTerminal");
      return (boolean) isTerminal.invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** A count with a comma between thousands. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
