package io.lockstep.host;

import io.lockstep.driver.Card;
import io.lockstep.host.card.CardSource;
import io.lockstep.host.gateway.SteadyClock;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.venue.Venue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/**
 * An appliance on a thread of its own.
 *
 * <pre>{@code
 * try (Appliance appliance = Appliance.start(Settings.builder().conclude(), Venue.sample())) {
 *   appliance.awaitEnd();
 * }
 * }</pre>
 *
 * <p>Its methods may be called by any thread.
 */
public final class Appliance implements AutoCloseable {
  private final Settings settings;
  private final CountDownLatch started = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean closing;
  private volatile Throwable failure;

  private Appliance(
      Settings settings,
      Venue venue,
      Supplier<Card> card,
      CardSource cards,
      ApplianceListener listener) {
    this.settings = settings;
    thread = new Thread(() -> run(venue, card, cards, listener), "lockstep");
  }

  /**
   * Starts an appliance and returns once it takes logons.
   *
   * @throws io.lockstep.host.settings.SettingsException when directories or ports are in use, or
   *     the venue does not fit the card.
   */
  public static Appliance start(Settings settings, Venue venue) {
    CardSetup setup = CardSetup.of(settings.card()).withMargin(venue.margin().isMargined());
    return start(
        settings,
        venue,
        () -> Cards.open(setup).card(),
        Cards.source(setup),
        ApplianceListener.NONE);
  }

  /**
   * The same with a card of the caller's choice, and one who is told what happens.
   *
   * @param card opens it, after its reset; called by the appliance's thread.
   * @param cards opens those that take over from it.
   * @param listener is called by the appliance's thread, and must return at once.
   */
  public static Appliance start(
      Settings settings,
      Venue venue,
      Supplier<Card> card,
      CardSource cards,
      ApplianceListener listener) {
    Appliance appliance = new Appliance(settings, venue, card, cards, listener);
    appliance.thread.start();
    try {
      appliance.started.await();
    } catch (InterruptedException interrupted) {
      appliance.close();
      Thread.currentThread().interrupt();
    }
    appliance.rethrow();
    return appliance;
  }

  /** The settings that it runs with. */
  public Settings settings() {
    return settings;
  }

  /** True until it was closed, or stopped by a failure. */
  public boolean isRunning() {
    return thread.isAlive();
  }

  /**
   * Waits until the appliance was closed, or stopped by a failure, which is thrown here.
   *
   * @throws InterruptedException when the caller is interrupted first.
   */
  public void awaitEnd() throws InterruptedException {
    thread.join();
    rethrow();
  }

  /** Ends it and waits until nothing of it is left. A second call does nothing. */
  @Override
  public void close() {
    closing = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true; // what is left behind would be worse than to be late
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Venue venue, Supplier<Card> card, CardSource cards, ApplianceListener listener) {
    try (SteppedAppliance appliance =
        new SteppedAppliance(settings, venue, card.get(), cards, SteadyClock.INSTANCE, listener)) {
      started.countDown();
      IdleStrategy idle = idleStrategy();
      while (!closing) {
        idle.idle(appliance.step());
      }
    } catch (Throwable stopped) {
      failure = stopped;
    } finally {
      started.countDown();
    }
  }

  private void rethrow() {
    Throwable stopped = failure;
    if (stopped instanceof RuntimeException) {
      throw (RuntimeException) stopped;
    }
    if (stopped != null) {
      throw new IllegalStateException("the appliance stopped", stopped);
    }
  }

  private IdleStrategy idleStrategy() {
    switch (settings.idle()) {
      case SPIN:
        return new BusySpinIdleStrategy();
      case BACKOFF:
        return new BackoffIdleStrategy();
      default:
        return new YieldingIdleStrategy();
    }
  }
}
