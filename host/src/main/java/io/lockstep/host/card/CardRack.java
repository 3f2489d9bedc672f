package io.lockstep.host.card;

import io.lockstep.driver.Card;
import io.lockstep.driver.Patience;
import io.lockstep.host.engine.Spares;
import io.lockstep.host.settings.LostCardSettings;
import org.agrona.CloseHelper;
import org.agrona.concurrent.NanoClock;

/**
 * The cards of an appliance: which one runs, and the Java model that takes its place when it is
 * lost. Engine thread only, but for {@link #open}.
 */
public final class CardRack implements Spares, AutoCloseable {
  private final CardSource source;
  private final LostCardSettings settings;
  private final NanoClock clock;
  private final CardNews news;
  private String name;
  private Card card;
  private String blame = "";

  /**
   * @param name of the card.
   * @param card runs; after its reset, closed with this.
   * @param source opens others.
   * @param clock of the machine, by which a card is silent.
   * @param news is told which card runs.
   */
  public CardRack(
      String name,
      Card card,
      CardSource source,
      LostCardSettings settings,
      NanoClock clock,
      CardNews news) {
    this.source = source;
    this.settings = settings;
    this.clock = clock;
    this.news = news;
    this.name = name;
    this.card = watched(card);
    news.onRuns(name);
  }

  /** The card that runs. */
  public Card card() {
    return card;
  }

  /** The name of the card that runs. */
  public String name() {
    return name;
  }

  /** Opens a card that does not run yet. Any thread. */
  Card open(String wanted) {
    return watched(source.open(wanted));
  }

  private Card watched(Card opened) {
    return new WatchedCard(opened, Patience.ofMillis(settings.silenceMs(), clock::nanoTime));
  }

  /** Another card runs; the one that ran is closed, unless it is the same. */
  void change(String to, Card next) {
    String from = name;
    if (next != card) {
      CloseHelper.quietClose(card);
    }
    name = to;
    card = next;
    news.onRuns(to);
    news.onChanged(from, to);
  }

  /** Why the card that runs will be replaced, though it is not lost. */
  void blame(String why) {
    blame = why;
  }

  @Override
  public Card replace(Card lost, long logSequence) {
    String why = blame.isEmpty() ? lost.failure() : blame;
    blame = "";
    news.onLost(name, why.isEmpty() ? "it does not say" : why, logSequence);
    if (!settings.replaced()) {
      return Spares.NONE.replace(lost, logSequence);
    }
    CloseHelper.quietClose(lost);
    name = CardSource.SPARE;
    card = watched(source.spare(lost.description()));
    news.onRuns(name);
    return card;
  }

  @Override
  public void close() {
    card.close();
  }
}
