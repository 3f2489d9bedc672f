package io.lockstep.host.venue;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects the mistakes of a file, so that all of them are told at once. */
final class Mistakes {
  private final String file;
  private final List<String> found = new ArrayList<>();

  Mistakes(String file) {
    this.file = file;
  }

  /** A mistake at the line of a node. */
  void add(Node where, String reason) {
    add(where.getStartMark().getLine() + 1, reason);
  }

  /** A mistake at a line, from 1. */
  void add(int line, String reason) {
    found.add(file + ":" + line + ": " + reason);
  }

  /**
   * Ends the reading of the file when there was a mistake.
   *
   * @throws VenueException with all of them, one a line.
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new VenueException(String.join(System.lineSeparator(), found));
    }
  }
}
