package io.lockstep.host.scenarios;

import io.lockstep.host.csv.LineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The scenarios of a margin model, one a lane of a risk array. Immutable. */
public final class ScenarioSet {
  /** Most scenarios of a set: the lanes that a card may have. */
  public static final int LANES_MAX = 32;

  /** The sets that come with the appliance. */
  public static final List<String> NAMES = List.of("span16", "grid31", "tims10");

  private final String name;
  private final Tenor tenor;
  private final Scenario[] scenarios;

  ScenarioSet(String name, Tenor tenor, List<Scenario> scenarios) {
    this.name = name;
    this.tenor = tenor;
    this.scenarios = scenarios.toArray(new Scenario[0]);
  }

  /**
   * One of the sets that come with the appliance.
   *
   * @throws IllegalArgumentException if there is none of that name.
   */
  public static ScenarioSet named(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "no scenario set '" + name + "'; there are " + String.join(", ", NAMES));
    }
    try (InputStream in = ScenarioSet.class.getResourceAsStream("/scenarios/" + name + ".csv")) {
      return read(name, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a set; docs/pricing.md tells the format.
   *
   * @throws LineException that names line, column and reason if it is none.
   */
  public static ScenarioSet read(String name, InputStream in) throws IOException {
    return new ScenarioFile(in).read(name);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Number of scenarios, 1 to {@link #LANES_MAX}. */
  public int size() {
    return scenarios.length;
  }

  /** A scenario, from 0. */
  public Scenario scenario(int index) {
    return scenarios[index];
  }

  /** By how much volatilities of this tenor move more than those of the reference tenor. */
  public double volatilityScale(double years) {
    return tenor.scale(years);
  }
}
