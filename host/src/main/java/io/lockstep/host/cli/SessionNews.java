package io.lockstep.host.cli;

import io.lockstep.host.gateway.SessionListener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Carries what the gateway says of sessions to the thread that prints it. */
final class SessionNews implements SessionListener {
  /** A session that came or went. */
  record News(boolean opened, int session, int participant) {}

  private final BlockingQueue<News> queue = new LinkedBlockingQueue<>();

  @Override
  public void onOpened(int session, int participant) {
    queue.add(new News(true, session, participant));
  }

  @Override
  public void onClosed(int session, int participant) {
    queue.add(new News(false, session, participant));
  }

  /** What has happened and was not yet taken. */
  BlockingQueue<News> queue() {
    return queue;
  }
}
