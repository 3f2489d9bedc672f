package io.lockstep.host;

import java.nio.file.Path;

/**
 * A process with an appliance that is fed with a recorded log, from where its own ends: {@code
 * FedAppliance RECORDED DIRECTORY}. Prints its output hash at the end.
 */
final class FedAppliance {
  private static final int MESSAGES_A_TIME = 20;

  private FedAppliance() {}

  /** Runs until it is done, or killed. */
  public static void main(String[] args) {
    LogFeed feed = new LogFeed(Path.of(args[0]));
    long size = feed.size();
    try (SteppedAppliance appliance =
        new SteppedAppliance(RestartTest.settings(Path.of(args[1])).conclude(), TestVenue.VENUE)) {
      System.out.println("started at " + appliance.logSequence());
      while (appliance.logSequence() < size) {
        feed.feed(appliance, appliance.logSequence() + MESSAGES_A_TIME);
      }
      System.out.println("ended with " + RestartTest.line(appliance));
    }
  }
}
