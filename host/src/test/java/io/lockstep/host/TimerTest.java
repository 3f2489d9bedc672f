package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.host.sequencer.Timer;
import io.lockstep.host.settings.Settings;
import io.lockstep.schema.client.Source;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.CachedEpochClock;
import org.junit.jupiter.api.Test;

/** When the timer asks for ticks, and that an appliance has one. */
class TimerTest {
  private static final int INTERVAL_MS = 100;

  private final CachedEpochClock clock = new CachedEpochClock();
  private final List<Long> ticksMs = new ArrayList<>();
  private boolean room = true;

  private Timer timer(long intervalMs) {
    clock.update(1_000);
    return new Timer(
        (source, participant, session, buffer, offset, length) -> {
          assertEquals(Source.TIMER, source);
          if (room) {
            ticksMs.add(clock.time());
          }
          return room;
        },
        clock,
        intervalMs);
  }

  private void run(Timer timer, long untilMs) {
    while (clock.time() < untilMs) {
      clock.advance(1);
      timer.doWork();
    }
  }

  @Test
  void asksInSteadyIntervals() {
    run(timer(INTERVAL_MS), 1_350);
    assertEquals(List.of(1_100L, 1_200L, 1_300L), ticksMs);
  }

  @Test
  void aDelayIsNotAddedToTheNextInterval() {
    Timer timer = timer(INTERVAL_MS);
    clock.update(1_130);
    run(timer, 1_250);
    assertEquals(List.of(1_131L, 1_200L), ticksMs);
  }

  @Test
  void afterAPauseThereIsOneTickAndNotAsManyAsWereMissed() {
    Timer timer = timer(INTERVAL_MS);
    clock.update(5_000);
    run(timer, 5_150);
    assertEquals(List.of(5_001L, 5_101L), ticksMs);
  }

  @Test
  void aTickThatFindsNoRoomIsAskedForAgain() {
    Timer timer = timer(INTERVAL_MS);
    room = false;
    run(timer, 1_150);
    room = true;
    run(timer, 1_250);
    assertEquals(List.of(1_151L, 1_200L), ticksMs);
  }

  @Test
  void withoutAnIntervalItAsksOnlyWhenTold() {
    Timer timer = timer(0);
    run(timer, 2_000);
    timer.tick();
    assertEquals(List.of(2_000L), ticksMs);
  }

  @Test
  void anAppliancePutsTicksIntoItsLogUnlessItsClockSteps() {
    try (TestAppliance appliance =
        new TestAppliance(
            TestAppliance.settings()
                .logClock(Settings.LogClock.WALL)
                .tickIntervalMs(INTERVAL_MS))) {
      appliance.settle();
      long before = appliance.appliance.logSequence();
      appliance.pass(3 * INTERVAL_MS);
      appliance.pass(INTERVAL_MS);
      assertEquals(before + 2, appliance.appliance.logSequence());
    }
    try (TestAppliance appliance = new TestAppliance()) {
      appliance.settle();
      long before = appliance.appliance.logSequence();
      appliance.pass(3 * INTERVAL_MS);
      assertEquals(before, appliance.appliance.logSequence());
    }
  }
}
