package io.lockstep.host;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.ForwardingCard;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.LoadOrderDecoder;
import org.agrona.DirectBuffer;

/** A card that says it has loaded the third order, and has not. */
final class ForgetfulCard extends ForwardingCard {
  private static final int FORGOTTEN = 3;

  private final CommandWriter barrier = new CommandWriter();
  private int loaded;

  ForgetfulCard(Card card) {
    super(card);
    barrier.barrier();
  }

  @Override
  public long offer(DirectBuffer command, int offset) {
    boolean loads =
        new CommandHeaderDecoder().wrap(command, offset).templateId()
            == LoadOrderDecoder.TEMPLATE_ID;
    loaded += loads ? 1 : 0;
    boolean forgets = loads && loaded == FORGOTTEN;
    return forgets ? card.offer(barrier.command(), 0) : card.offer(command, offset);
  }

  @Override
  public void reset() {
    card.reset();
    loaded = 0;
  }
}
