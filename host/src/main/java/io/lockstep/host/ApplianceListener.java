package io.lockstep.host;

import io.lockstep.host.card.CardNews;
import io.lockstep.host.gateway.SessionListener;
import java.nio.file.Path;

/**
 * Is told what happens to an appliance, beside the market. On the appliance's thread, where nothing
 * waits but orders: must return at once. Each method does nothing unless overridden.
 */
public interface ApplianceListener extends SessionListener, CardNews {
  /** Nobody listens. */
  ApplianceListener NONE = new ApplianceListener() {};

  /**
   * It takes logons from now on.
   *
   * @param from what it began from: "nothing", "journal", or "snapshot" and the journal behind it.
   * @param logSequence messages in the log so far.
   */
  default void onStarted(String from, long logSequence) {}

  /** A snapshot was written. */
  default void onSnapshot(Path file, long logSequence) {}

  /** A snapshot could not be written; all else goes on. */
  default void onSnapshotFailed(String why) {}

  /** A trade at the edge of its band halts an instrument. */
  default void onBreaker(int instrument) {}
}
