package io.lockstep.host.replay.lobster;

import io.lockstep.host.CardClock;
import io.lockstep.host.OpenCard;
import io.lockstep.host.replay.ReplayProgress;
import io.lockstep.host.replay.lobster.MirroredCard.Fill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a recorded day straight into a card, and compares its book with the recorded one after each
 * message. The recording shows the best levels only, so this is the rule:
 *
 * <ul>
 *   <li>The first row is the seed: each level one anonymous order.
 *   <li>A level that a row cannot show any more is unloaded: its orders are cancelled.
 *   <li>A level that a row shows and the row before did not, comes back: what the card still has of
 *       it is unloaded. If the row before could not show it, what the row has beyond the message's
 *       own order is loaded as one anonymous order, ahead of that one.
 *   <li>A cancel or delete of an order that the card does not know lowers the level's anonymous
 *       order. An execution is an IOC of the other side. All else changes nothing.
 * </ul>
 *
 * Nothing else is corrected.
 */
public final class LobsterReplay {
  private static final int MESSAGES_AN_AUDIT = 10_000;

  private final Optional<CardClock> clock;
  private final LobsterDay day;
  private final ReplayProgress progress;
  private final MirroredCard card;
  private final Map<Long, MirrorOrder> byRecordedId = new HashMap<>();
  private final CauseNotes notes = new CauseNotes();
  private final RowComparison comparison;
  private int rowsWithLoads;
  private int audits;

  /**
   * @param opened card after its reset; stays open.
   */
  public LobsterReplay(OpenCard opened, LobsterDay day, ReplayProgress progress) {
    this.clock = opened.clock();
    this.day = day;
    this.progress = progress;
    this.card = new MirroredCard(opened.card(), day);
    this.comparison = new RowComparison(card.book(), notes);
  }

  /**
   * Replays all and compares all.
   *
   * @throws IllegalStateException if the card is lost, refuses a command, or an audit lists another
   *     book than its events told.
   */
  public LobsterOutcome run() {
    long start = System.nanoTime();
    seed();
    int seeded = card.book().levels();
    comparison.compare(0, day.row(0));
    for (int index = 1; index < day.size(); index++) {
      step(day.message(index), day.row(index - 1), day.row(index));
      comparison.compare(index, day.row(index));
      if (index % MESSAGES_AN_AUDIT == 0) {
        audit();
      }
      progress.onProgress(index + 1L, day.size());
    }
    audit();
    return new LobsterOutcome(
        day.size(),
        rowsWithLoads,
        comparison.differences(),
        seeded,
        card.commands(),
        audits,
        System.nanoTime() - start,
        clock.map(CardClock::cycles).orElse(0L));
  }

  private void seed() {
    BookRow row = day.row(0);
    for (boolean buy : new boolean[] {true, false}) {
      for (int price : row.prices(buy)) {
        card.rest(MirrorOrder.ANONYMOUS, buy, price, row.lotsAt(buy, price));
      }
    }
  }

  private void audit() {
    card.audit();
    audits++;
  }

  private void step(LobsterMessage message, BookRow before, BookRow row) {
    boolean bids = comeBack(true, message, before, row);
    boolean asks = comeBack(false, message, before, row);
    if (bids || asks) {
      rowsWithLoads++;
    }
    switch (message.kind()) {
      case NEW -> enter(message);
      case REDUCE, DELETE -> cancel(message);
      case EXECUTE -> execute(message);
      case NOTHING -> {
        // The book does not change.
      }
    }
    unload(true, row);
    unload(false, row);
  }

  /** Loads the levels that come back; answers whether there were any. */
  private boolean comeBack(boolean buy, LobsterMessage message, BookRow before, BookRow row) {
    boolean loaded = false;
    for (int price : row.prices(buy)) {
      if (before.lotsAt(buy, price) > 0) {
        continue;
      }
      unload(new PriceLevel(buy, price));
      int own =
          message.kind() == LobsterMessage.Kind.NEW && message.concerns(buy, price)
              ? message.lots()
              : 0;
      int lots = row.lotsAt(buy, price) - own;
      if (lots > 0 && before.isBeyond(buy, price)) {
        card.rest(MirrorOrder.ANONYMOUS, buy, price, lots);
        loaded = true;
      }
    }
    return loaded;
  }

  /** Unloads the levels that the row cannot show. */
  private void unload(boolean buy, BookRow row) {
    List<Integer> prices = List.copyOf(card.book().side(buy).keySet());
    for (int price : prices) {
      if (row.isBeyond(buy, price)) {
        unload(new PriceLevel(buy, price));
      }
    }
  }

  private void unload(PriceLevel level) {
    List.copyOf(card.book().level(level.buy(), level.price())).forEach(card::cancel);
    notes.forget(level);
  }

  private void enter(LobsterMessage message) {
    MirrorOrder order =
        card.rest(message.orderId(), message.buy(), message.price(), message.lots());
    byRecordedId.put(message.orderId(), order);
    if (!card.fills().isEmpty()) {
      notes.traded(message, card.fills());
    }
  }

  /** A known order loses what the message says, an unknown one takes it off the anonymous order. */
  private void cancel(LobsterMessage message) {
    MirrorOrder order = named(message);
    long there = order == null ? 0 : order.open();
    boolean all = message.kind() == LobsterMessage.Kind.DELETE && !isAnonymous(order);
    long lots = all ? there : Math.min(there, message.lots());
    if (lots != message.lots()) {
      notes.cancelsOtherThanThereIs(message, there);
    }
    if (there > 0 && lots == there) {
      card.cancel(order);
    } else if (there > 0) {
      card.lower(order, lots);
    }
  }

  private void execute(LobsterMessage message) {
    MirrorOrder named = named(message);
    List<Fill> fills = card.take(!message.buy(), message.price(), message.lots());
    boolean inTurn =
        fills.size() == 1 && fills.get(0).maker() == named && fills.get(0).lots() == message.lots();
    if (!inTurn) {
      notes.executedOutOfTurn(message, fills);
    }
  }

  /** The order that a message names; failing that, the level's anonymous one; or null. */
  private MirrorOrder named(LobsterMessage message) {
    MirrorOrder known = byRecordedId.get(message.orderId());
    if (known != null && known.open() > 0) {
      return known;
    }
    for (MirrorOrder order : card.book().level(message.buy(), message.price())) {
      if (order.isAnonymous()) {
        return order;
      }
    }
    return null;
  }

  private static boolean isAnonymous(MirrorOrder order) {
    return order != null && order.isAnonymous();
  }
}
