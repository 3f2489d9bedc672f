package io.lockstep.host.gateway;

import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.logbuffer.FragmentHandler;
import java.util.List;

/**
 * Polls all clients in rounds: each may put a few messages into the log before it is the next one's
 * turn. So a flood of one comes between the messages of the others a few at a time, however much
 * there is of it. One thread, which moves the Aeron client too; allocates nothing.
 */
final class FairPoll {
  /** That one client may have in a round. */
  static final int FRAGMENTS_A_ROUND = 4;

  private final Subscription[] ingress;

  /** Whose turn it is: place of a subscription, and of an image of it. */
  private int subscription;

  private int image;

  FairPoll(List<Subscription> ingress) {
    this.ingress = ingress.toArray(new Subscription[0]);
  }

  /**
   * Goes on where the last poll ended, round by round, until there is nothing or enough is taken.
   *
   * @param limit most fragments.
   * @return fragments taken.
   */
  int poll(FragmentHandler handler, int limit) {
    int taken = 0;
    int idle = 0; // clients in a row that had nothing
    int clients = clients();
    while (taken < limit && idle < clients) {
      int polled = pollNext(handler, Math.min(FRAGMENTS_A_ROUND, limit - taken));
      taken += polled;
      idle = polled > 0 ? 0 : idle + 1;
    }
    return taken;
  }

  private int clients() {
    int clients = 0;
    for (Subscription channel : ingress) {
      clients += channel.imageCount();
    }
    return clients;
  }

  private int pollNext(FragmentHandler handler, int limit) {
    while (image >= ingress[subscription].imageCount()) { // there is one somewhere
      image = 0;
      subscription = (subscription + 1) % ingress.length;
    }
    return poll(ingress[subscription].imageAtIndex(image++), handler, limit);
  }

  /** A poll that meets the end of a term passes it, and takes nothing: that was no turn. */
  private static int poll(Image client, FragmentHandler handler, int limit) {
    long before = client.position();
    int polled = client.poll(handler, limit);
    return polled == 0 && client.position() != before ? client.poll(handler, limit) : polled;
  }
}
