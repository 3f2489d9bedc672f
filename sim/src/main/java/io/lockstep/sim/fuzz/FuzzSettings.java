package io.lockstep.sim.fuzz;

/**
 * What decides the commands of a run: the same settings give the same ones.
 *
 * @param seed of all chance.
 * @param commands to send, at least 1.
 * @param inFlight most commands sent before their answers are awaited, at least 1 and no more than
 *     the card's window has slots.
 * @param auditEvery a full audit is sent once in so many commands, at least 2.
 * @param roundCommands the card is reset about once in so many commands, at least 1.
 */
public record FuzzSettings(
    long seed, long commands, int inFlight, int auditEvery, long roundCommands) {
  /** What {@code ./lockstep fuzz} takes unless told otherwise. */
  public static final int DEFAULT_IN_FLIGHT = 64;

  private static final int DEFAULT_AUDIT_EVERY = 10_000;
  private static final int LONGEST_ROUND = 8_000;
  private static final int SHORTEST_ROUND = 1_000;
  private static final int ROUNDS_A_RUN = 10;

  /**
   * Checks the figures.
   *
   * @throws IllegalArgumentException where one is out of its range.
   */
  public FuzzSettings {
    if (commands < 1 || inFlight < 1 || auditEvery < 2 || roundCommands < 1) {
      throw new IllegalArgumentException(
          "fuzz: commands, inFlight and roundCommands are at least 1, auditEvery at least 2");
    }
  }

  /** A run with the default overlap, audits, and rounds, which are shorter in a short run. */
  public static FuzzSettings of(long seed, long commands) {
    long round = Math.max(SHORTEST_ROUND, Math.min(LONGEST_ROUND, commands / ROUNDS_A_RUN));
    return new FuzzSettings(seed, commands, DEFAULT_IN_FLIGHT, DEFAULT_AUDIT_EVERY, round);
  }

  /** The same with another bound of commands in flight. */
  public FuzzSettings withInFlight(int most) {
    return new FuzzSettings(seed, commands, most, auditEvery, roundCommands);
  }

  /** The same with a card that is reset at the start and never again. */
  public FuzzSettings inOneRound() {
    return new FuzzSettings(seed, commands, inFlight, auditEvery, Long.MAX_VALUE / 4);
  }

  /** The command line that repeats the run on a card of the name, without margin. */
  public String commandLine(String cardName) {
    return commandLine(cardName, false);
  }

  /** The command line that repeats the run on a card of the name, with margin or without. */
  public String commandLine(String cardName, boolean margin) {
    String line = "./lockstep fuzz%s --card %s --commands %d --seed %d";
    String overlap = inFlight == DEFAULT_IN_FLIGHT ? "" : " --in-flight " + inFlight;
    return line.formatted(margin ? " --margin" : "", cardName, commands, seed) + overlap;
  }
}
