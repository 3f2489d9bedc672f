package io.lockstep.host.replay.lobster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares the card's book with each row, level by level, and finds out why they differ. */
final class RowComparison {
  private final BookMirror book;
  private final CauseNotes notes;
  private final List<RowDifference> differences = new ArrayList<>();

  /**
   * @param book of the card.
   * @param notes on what happened to its levels.
   */
  RowComparison(BookMirror book, CauseNotes notes) {
    this.book = book;
    this.notes = notes;
  }

  /** Compares the whole book: the card holds no level that the row cannot show. */
  void compare(int index, BookRow row) {
    List<String> levels = new ArrayList<>();
    Set<String> causes = new LinkedHashSet<>();
    compare(true, row, levels, causes);
    compare(false, row, levels, causes);
    if (!levels.isEmpty()) {
      add(new RowDifference(index, index, levels, List.copyOf(causes)));
    }
  }

  private void compare(boolean buy, BookRow row, List<String> levels, Set<String> causes) {
    if (isEqual(buy, row)) {
      return;
    }
    Set<Integer> prices = new TreeSet<>(book.side(buy).keySet());
    for (int price : row.prices(buy)) {
      prices.add(price);
    }
    for (int price : prices) {
      long onCard = book.lotsAt(buy, price);
      int recorded = row.lotsAt(buy, price);
      if (onCard != recorded) {
        PriceLevel level = new PriceLevel(buy, price);
        levels.add(level + ": card " + onCard + ", row " + recorded);
        causes.addAll(notes.of(level));
      }
    }
  }

  private boolean isEqual(boolean buy, BookRow row) {
    int[] prices = row.prices(buy);
    if (book.side(buy).size() != prices.length) {
      return false;
    }
    for (int price : prices) {
      if (book.lotsAt(buy, price) != row.lotsAt(buy, price)) {
        return false;
      }
    }
    return true;
  }

  private void add(RowDifference next) {
    int end = differences.size() - 1;
    RowDifference before = end < 0 ? null : differences.get(end);
    if (before != null
        && before.last() == next.first() - 1
        && before.levels().equals(next.levels())
        && before.causes().equals(next.causes())) {
      differences.set(end, before.longer());
    } else {
      differences.add(next);
    }
  }

  /** All rows that differ so far, in order. */
  List<RowDifference> differences() {
    return List.copyOf(differences);
  }
}
