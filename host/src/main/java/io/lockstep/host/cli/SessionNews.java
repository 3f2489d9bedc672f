package io.lockstep.host.cli;

import io.lockstep.host.gateway.SessionListener;
import io.lockstep.schema.client.EndReason;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Carries what the gateway says of sessions to the thread that prints it. When nobody takes it,
 * later news are dropped: the gateway does not wait.
 */
final class SessionNews implements SessionListener {
  private static final int NEWS_MAX = 1024;

  /** A session that came, or went for a reason. */
  record News(boolean opened, int session, int participant, EndReason reason) {}

  private final BlockingQueue<News> queue = new ArrayBlockingQueue<>(NEWS_MAX);

  @Override
  public void onOpened(int session, int participant) {
    queue.offer(new News(true, session, participant, null));
  }

  @Override
  public void onClosed(int session, int participant, EndReason reason) {
    queue.offer(new News(false, session, participant, reason));
  }

  /** What has happened and was not yet taken. */
  BlockingQueue<News> queue() {
    return queue;
  }
}
