package io.lockstep.host;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.EventHandler;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.LoadOrderDecoder;
import org.agrona.DirectBuffer;

/** A card that says it has loaded the third order, and has not. */
final class ForgetfulCard implements Card {
  private static final int FORGOTTEN = 3;

  private final Card card;
  private final CommandWriter barrier = new CommandWriter();
  private int loaded;

  ForgetfulCard(Card card) {
    this.card = card;
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
  public int poll(EventHandler handler, int limit) {
    return card.poll(handler, limit);
  }

  @Override
  public CardDescription description() {
    return card.description();
  }

  @Override
  public void reset() {
    card.reset();
    loaded = 0;
  }

  @Override
  public void close() {
    card.close();
  }
}
