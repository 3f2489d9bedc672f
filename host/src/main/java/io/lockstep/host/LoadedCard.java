package io.lockstep.host;

import io.lockstep.driver.Card;
import io.lockstep.host.direct.CardLink;
import io.lockstep.host.engine.CardLoader;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import org.agrona.DirectBuffer;

/** Loads a card that was reset with what an engine knows, command by command. One thread. */
final class LoadedCard {
  private final CardLink link;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final RejectedDecoder rejected = new RejectedDecoder();

  private LoadedCard(Card card) {
    link = new CardLink(card);
  }

  /**
   * Loads it.
   *
   * @throws IllegalStateException when it is lost, or refuses a command.
   */
  static void load(Card card, CardLoader loader) {
    LoadedCard loaded = new LoadedCard(card);
    loader.load(command -> loaded.link.exchange(command, loaded::onEvent));
  }

  private void onEvent(DirectBuffer event, int offset) {
    if (header.wrap(event, offset).templateId() == RejectedDecoder.TEMPLATE_ID) {
      rejected.wrap(event, offset, RejectedDecoder.BLOCK_LENGTH, RejectedDecoder.SCHEMA_VERSION);
      throw new IllegalStateException(
          "the card refuses loading command " + link.commands() + ": " + rejected.reason());
    }
  }
}
