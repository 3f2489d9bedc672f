package io.lockstep.host;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.ForwardingCard;
import io.lockstep.schema.card.EventHeaderDecoder;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;

/**
 * A real card whose answers come late, as those of hardware do: most polls find nothing, and one
 * that finds something may end in the middle of a command's events. When, is drawn from a seed.
 */
final class LateCard extends ForwardingCard {
  private final SplittableRandom random;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private long offered;
  private long answered;
  private long inFlightMax;

  LateCard(Card card, long seed) {
    super(card);
    random = new SplittableRandom(seed);
  }

  /** Most commands that were offered and not answered. */
  long inFlightMax() {
    return inFlightMax;
  }

  @Override
  public long offer(DirectBuffer command, int offset) {
    long number = card.offer(command, offset);
    if (number >= 0) {
      offered++;
      inFlightMax = Math.max(inFlightMax, offered - answered);
    }
    return number;
  }

  @Override
  public int poll(EventHandler handler, int limit) {
    if (random.nextInt(40) != 0) {
      return 0;
    }
    return card.poll(
        (event, offset) -> {
          answered += header.wrap(event, offset).flags().last() ? 1 : 0;
          handler.onEvent(event, offset);
        },
        Math.min(limit, 1 + random.nextInt(40)));
  }

  @Override
  public void reset() {
    offered = 0;
    answered = 0;
    card.reset();
  }
}
