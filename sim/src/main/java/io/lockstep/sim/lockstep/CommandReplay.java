package io.lockstep.sim.lockstep;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.Patience;
import io.lockstep.schema.card.EventHeaderDecoder;
import java.io.IOException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Feeds a file of commands to any card, with the overlap that was recorded: a command is offered
 * when as many are answered as were then. One thread, which is the card's.
 */
public final class CommandReplay {
  private static final int POLL_LIMIT = 256;

  private final Card card;
  private final EventHandler events;
  private final EventHandler counting;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final Patience patience = Patience.withAnyCard();
  private long answered;

  /**
   * @param card after a reset; the replay does not close it.
   * @param events takes the card's events.
   */
  public CommandReplay(Card card, EventHandler events) {
    this.card = card;
    this.events = events;
    this.counting = this::onEvent;
  }

  /**
   * Runs the file's commands up to {@code last}, and waits for their answers.
   *
   * @return commands answered; fewer than asked for where the card was lost or fell silent.
   * @throws IOException where the file cannot be read.
   */
  public long run(CommandFile file, long last) throws IOException {
    DirectBuffer command = new UnsafeBuffer(0, 0);
    long count = Math.min(file.commands(), last + 1);
    for (long number = 0; number < count; number++) {
      file.command(number, command);
      if (!pollUntil(CommandFile.answeredBefore(number, command))) {
        return answered;
      }
      while (card.offer(command, 0) < 0) {
        if (!pollUntil(answered + 1)) {
          return answered;
        }
      }
    }
    pollUntil(count);
    return answered;
  }

  private boolean pollUntil(long wanted) {
    patience.renew();
    while (answered < wanted) {
      int polled = card.poll(counting, POLL_LIMIT);
      if (polled > 0) {
        patience.renew();
      } else if (polled < 0 || patience.isSpent()) {
        return false;
      }
    }
    return true;
  }

  private void onEvent(DirectBuffer event, int offset) {
    events.onEvent(event, offset);
    if (header.wrap(event, offset).flags().last()) {
      answered++;
    }
  }
}
