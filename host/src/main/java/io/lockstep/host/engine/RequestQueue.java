package io.lockstep.host.engine;

/**
 * The requests between stage A and stage B, in log order. Refused ones wait here too, so that their
 * reports keep their place. A ring of objects made once; one thread.
 */
final class RequestQueue {
  /** Most requests that follow from one message at once. */
  static final int REQUESTS_A_MESSAGE = 3;

  private final Request[] ring;
  private final int inFlight;
  private long head;
  private long offered;
  private long tail;

  /**
   * @param inFlight most requests that the card has at a time.
   */
  RequestQueue(int inFlight) {
    this.inFlight = inFlight;
    ring = new Request[inFlight + REQUESTS_A_MESSAGE - 1];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Request();
    }
  }

  /** Requests between log and report. */
  int size() {
    return (int) (tail - head);
  }

  boolean isEmpty() {
    return head == tail;
  }

  /** There is room for all that may follow from a message. */
  boolean admits() {
    return ring.length - (tail - head) >= REQUESTS_A_MESSAGE;
  }

  /** The request that stage A fills next; it is in the queue only after {@link #push}. */
  Request next() {
    return at(tail);
  }

  void push() {
    tail++;
  }

  /** The oldest request that the card has not taken, or null if it may take none now. */
  Request firstNotOffered() {
    while (offered < tail && at(offered).refusal != 0) {
      offered++;
    }
    return offered < tail && offered - head < inFlight ? at(offered) : null;
  }

  void markOffered() {
    offered++;
  }

  /** What the lost card did not answer is for another one. */
  void offerAgain() {
    offered = head;
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
