package io.lockstep.host.replay.lobster;

import io.lockstep.host.replay.lobster.MirroredCard.Fill;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What happened at a level that the recording alone does not explain, until the level is loaded
 * anew. If the level's lots come to differ, this is why.
 */
final class CauseNotes {
  static final String NO_CAUSE =
      "no message before it explains the row: the recording does not say all";

  private final Map<PriceLevel, List<String>> notes = new HashMap<>();

  /** An execution that the card gave, at least in part, to another order than the recorded one. */
  void executedOutOfTurn(LobsterMessage message, List<Fill> fills) {
    String filled =
        fills.isEmpty()
            ? "finds nothing to trade with"
            : "fills "
                + fills.stream()
                    .map(fill -> fill.maker() + " (" + fill.lots() + ")")
                    .collect(Collectors.joining(", "));
    String text =
        text(message, "executes") + "; by price and time the card " + filled + " in its place";
    note(level(message), text);
    for (Fill fill : fills) {
      PriceLevel elsewhere = new PriceLevel(fill.maker().buy, fill.maker().price);
      if (!elsewhere.equals(level(message))) {
        note(elsewhere, text);
      }
    }
  }

  /** A new order that the card let trade, although it rests in the recording. */
  void traded(LobsterMessage message, List<Fill> fills) {
    String text = text(message, "enters") + ", which trades on the card";
    note(level(message), text);
    fills.forEach(fill -> note(new PriceLevel(fill.maker().buy, fill.maker().price), text));
  }

  /** A cancel or delete of another quantity than the card has. */
  void cancelsOtherThanThereIs(LobsterMessage message, long lotsThere) {
    String verb = message.kind() == LobsterMessage.Kind.DELETE ? "deletes" : "reduces";
    note(
        level(message),
        text(message, verb)
            + (lotsThere == 0
                ? ", which the card does not have"
                : ", of which the card has " + lotsThere));
  }

  /** Why a level differs. */
  List<String> of(PriceLevel level) {
    return notes.getOrDefault(level, List.of(NO_CAUSE));
  }

  /** The level begins anew. */
  void forget(PriceLevel level) {
    notes.remove(level);
  }

  private void note(PriceLevel level, String text) {
    notes.computeIfAbsent(level, key -> new ArrayList<>()).add(text);
  }

  private static PriceLevel level(LobsterMessage message) {
    return new PriceLevel(message.buy(), message.price());
  }

  private static String text(LobsterMessage message, String verb) {
    return "message "
        + message.index()
        + " "
        + verb
        + " order "
        + message.orderId()
        + " ("
        + message.lots()
        + ")";
  }
}
