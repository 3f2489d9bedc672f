package io.lockstep.host.risk;

import io.lockstep.host.replay.InputException;
import io.lockstep.host.scenarios.ScenarioSet;
import java.nio.file.Path;
import java.util.List;

/**
 * An account as a file tells of it, its instruments valued: all that a card is to be told.
 *
 * @param cash scaled minor units.
 * @param instruments the assets among them, last.
 */
public record Portfolio(
    JsonFile file,
    Currency currency,
    long cash,
    ScenarioSet scenarios,
    List<Underlying> underlyings,
    List<Instrument> instruments,
    List<OpenOrder> orders) {
  /** The JSON schema of the file. */
  public static String schema() {
    return JsonFile.schema();
  }

  /**
   * Reads a file.
   *
   * @throws InputException with line and reason, if something is wrong.
   */
  public static Portfolio read(Path path) {
    return new PortfolioReader(JsonFile.read(path)).read();
  }
}
