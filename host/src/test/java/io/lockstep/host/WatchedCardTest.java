package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.Patience;
import io.lockstep.host.FailingCard.Way;
import io.lockstep.host.card.WatchedCard;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When a card that is silent is lost; by a clock that the test moves. */
class WatchedCardTest {
  private static final long SILENCE_MS = 100;
  private static final int POLLS = 100;
  private static final EventHandler NOBODY = (event, offset) -> {};

  private final CommandWriter barrier = new CommandWriter();
  private long nowNs;

  @Test
  void aCardThatOwesAnAnswerForTooLongIsLost() {
    WatchedCard card = watched(new FailingCard(RecordedRun.card(), Way.IS_SILENT, 0));
    offer(card);
    assertEquals(0, poll(card));
    pass(SILENCE_MS);
    assertEquals(0, poll(card));
    pass(1);
    assertEquals(Card.FAULTED, poll(card));
    assertEquals(Card.FAULTED, card.offer(barrier.command(), 0));
    assertEquals("it gives no answer; commands that wait: 1", card.failure());
  }

  @Test
  void aCardThatOwesNothingMayBeSilent() {
    WatchedCard card = watched(RecordedRun.card());
    offer(card);
    assertEquals(1, card.poll(NOBODY, 10));
    for (int i = 0; i < 5; i++) {
      assertEquals(0, poll(card));
      pass(SILENCE_MS);
    }
    offer(card);
    assertEquals(1, card.poll(NOBODY, 10));
  }

  @Test
  void silenceBeginsAnewWithEachAnswer() {
    WatchedCard card = watched(new FailingCard(RecordedRun.card(), Way.IS_SILENT, 3));
    for (int i = 0; i < 4; i++) {
      offer(card);
    }
    for (int i = 0; i < 3; i++) {
      pass(SILENCE_MS);
      assertEquals(1, card.poll(NOBODY, 1));
      pass(SILENCE_MS);
    }
    assertEquals(0, poll(card));
    pass(SILENCE_MS + 1);
    assertEquals(Card.FAULTED, poll(card));
  }

  @Test
  void aPauseOfTheProcessIsNotTheCards() {
    WatchedCard card = watched(new FailingCard(RecordedRun.card(), Way.IS_SILENT, 0));
    offer(card);
    assertEquals(0, card.poll(NOBODY, 10));
    pass(10 * SILENCE_MS);
    assertEquals(0, card.poll(NOBODY, 10));
  }

  @Test
  void whoHasNoRoomForEventsHasNoSilence() {
    WatchedCard card = watched(RecordedRun.card());
    offer(card);
    for (int i = 0; i < POLLS; i++) {
      pass(SILENCE_MS);
      assertEquals(0, card.poll(NOBODY, 0));
    }
    assertEquals(1, card.poll(NOBODY, 10));
  }

  @Test
  void aResetForgivesSilence() {
    WatchedCard card = watched(new FailingCard(RecordedRun.card(), Way.IS_SILENT, 0));
    offer(card);
    poll(card);
    pass(SILENCE_MS + 1);
    assertEquals(Card.FAULTED, poll(card));
    card.reset();
    assertTrue(card.failure().isEmpty() || card.failure().startsWith("planted"), card.failure());
    offer(card);
  }

  private WatchedCard watched(Card card) {
    return new WatchedCard(card, Patience.ofMillis(SILENCE_MS, () -> nowNs));
  }

  private void offer(Card card) {
    barrier.barrier();
    assertTrue(card.offer(barrier.command(), 0) >= 0);
  }

  /** Many times, so that time alone counts; answers the last. */
  private static int poll(Card card) {
    int polled = 0;
    for (int i = 0; i < POLLS && polled == 0; i++) {
      polled = card.poll(NOBODY, 10);
    }
    return polled;
  }

  private void pass(long milliseconds) {
    nowNs += TimeUnit.MILLISECONDS.toNanos(milliseconds);
  }
}
