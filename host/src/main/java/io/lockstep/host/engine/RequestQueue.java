package io.lockstep.host.engine;

/**
 * The requests between stage A and stage B, in log order. Refused ones wait here too, so that their
 * reports keep their place. A ring of objects made once; one thread.
 */
final class RequestQueue {
  private final Request[] ring;
  private long head;
  private long offered;
  private long tail;

  /**
   * @param inFlight most requests at a time.
   */
  RequestQueue(int inFlight) {
    ring = new Request[inFlight];
    for (int i = 0; i < inFlight; i++) {
      ring[i] = new Request();
    }
  }

  boolean isEmpty() {
    return head == tail;
  }

  /** There is room, and no request that must be alone is waiting. */
  boolean admits() {
    return tail - head < ring.length && (isEmpty() || !at(tail - 1).isDrained());
  }

  /** The request that stage A fills next; it is in the queue only after {@link #push}. */
  Request next() {
    return at(tail);
  }

  void push() {
    tail++;
  }

  /** The oldest request that the card has not taken, or null. */
  Request firstNotOffered() {
    while (offered < tail && at(offered).refusal != 0) {
      offered++;
    }
    return offered < tail ? at(offered) : null;
  }

  void markOffered() {
    offered++;
  }

  /** The oldest request, or null. */
  Request oldest() {
    return isEmpty() ? null : at(head);
  }

  void pop() {
    head++;
    offered = Math.max(offered, head);
  }

  private Request at(long number) {
    return ring[(int) (number % ring.length)];
  }
}
