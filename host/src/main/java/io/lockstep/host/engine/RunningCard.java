package io.lockstep.host.engine;

import io.lockstep.driver.Card;
import io.lockstep.host.direct.CommandRun.State;
import java.util.function.Supplier;

/**
 * The card that runs: it takes requests and gives events. When it is lost, a spare takes its place,
 * loaded with what is settled, and gets every request that is not. One thread.
 */
final class RunningCard {
  private static final int EVENTS_A_POLL = 256;

  /** Cards that may be lost one after the other while they are loaded. */
  private static final int SPARES_A_LOSS_MAX = 3;

  private final Spares spares;
  private final RequestQueue queue;
  private final EventBuffer events;
  private final Supplier<CardLoader> loaders;
  private Card card;

  /** What it had answered before is being settled. */
  private boolean lost;

  /**
   * @param card reset and empty, or about to be loaded.
   * @param queue where its commands come from.
   * @param events where its answers go.
   * @param loaders gives what loads a card with all that is settled.
   */
  RunningCard(
      Card card,
      Spares spares,
      RequestQueue queue,
      EventBuffer events,
      Supplier<CardLoader> loaders) {
    this.card = card;
    this.spares = spares;
    this.queue = queue;
    this.events = events;
    this.loaders = loaders;
  }

  Card card() {
    return card;
  }

  /** Goes on with another card, which holds what is settled. */
  void change(Card next) {
    card = next;
  }

  boolean isLost() {
    return lost;
  }

  /** What the card holds is worth nothing. */
  void giveUp() {
    lost = true;
  }

  /** Gives the card what it takes now; answers how many requests. */
  int offer() {
    int offered = 0;
    for (Request next = nextToOffer(); next != null; next = nextToOffer()) {
      long answer = card.offer(next.command, 0);
      if (answer == Card.NO_CREDIT) {
        break;
      }
      if (answer < 0) {
        lost = true;
        break;
      }
      queue.markOffered();
      offered++;
    }
    return offered;
  }

  private Request nextToOffer() {
    return lost ? null : queue.firstNotOffered();
  }

  /** Takes what the card has answered; answers how many events. */
  int poll() {
    if (lost || queue.isEmpty()) {
      return 0;
    }
    int polled = card.poll(events, Math.min(EVENTS_A_POLL, events.room()));
    lost = polled < 0 || events.isFaulty();
    return Math.max(0, polled);
  }

  /**
   * Loads the card, after its reset, with what is settled.
   *
   * @param nextSequence of the next log message.
   * @throws CardLostException when it is lost, and there is no spare.
   */
  void load(long nextSequence) {
    if (!load()) {
      replace(nextSequence);
    }
  }

  /**
   * Puts a spare in the place of the lost card, once all that it answered is settled. Half an
   * answer is forgotten.
   *
   * @param nextSequence of the next log message.
   * @throws CardLostException when there is no spare.
   */
  int replace(long nextSequence) {
    Request oldest = queue.oldest();
    long logSequence = oldest == null ? nextSequence : oldest.logSequence;
    for (int i = 0; i < SPARES_A_LOSS_MAX; i++) {
      card = spares.replace(card, logSequence);
      if (load()) {
        events.clear();
        queue.offerAgain();
        lost = false;
        return 1;
      }
    }
    throw new CardLostException(logSequence);
  }

  private boolean load() {
    CardLoading loading = new CardLoading(loaders.get(), card);
    State state = State.RUNNING;
    while (state == State.RUNNING) {
      state = loading.work();
    }
    Invariant.check(
        state == State.LOST || loading.refusal().isEmpty(),
        "a card takes what another one has held");
    return state == State.DONE;
  }
}
