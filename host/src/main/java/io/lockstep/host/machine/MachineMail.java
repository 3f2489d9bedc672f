package io.lockstep.host.machine;

import org.agrona.concurrent.OneToOneConcurrentArrayQueue;

/** What goes between the gateway and the desk: few at a time, so that both have bounds. */
public final class MachineMail {
  private static final int REQUESTS_MAX = 8;

  private final OneToOneConcurrentArrayQueue<MachineRequest> requests =
      new OneToOneConcurrentArrayQueue<>(REQUESTS_MAX);
  private final OneToOneConcurrentArrayQueue<MachineReply> replies =
      new OneToOneConcurrentArrayQueue<>(REQUESTS_MAX);

  /** Asks for something; false: too much is asked for. Gateway thread. */
  public boolean ask(MachineRequest request) {
    return requests.offer(request);
  }

  /** The oldest reply, or null; it stays. Gateway thread. */
  public MachineReply reply() {
    return replies.peek();
  }

  /** Takes away the oldest reply. Gateway thread. */
  public void removeReply() {
    replies.poll();
  }

  /** The next request, or null while there is none, or no room for its reply. Desk's thread. */
  MachineRequest take() {
    return replies.size() < REQUESTS_MAX ? requests.poll() : null;
  }

  void reply(MachineReply reply) {
    replies.add(reply);
  }

  boolean isEmpty() {
    return requests.isEmpty() && replies.isEmpty();
  }
}
