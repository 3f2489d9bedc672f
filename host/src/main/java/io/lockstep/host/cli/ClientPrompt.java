package io.lockstep.host.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Reads requests as they are typed, such as {@code buy 1 100 @ 5480}. */
final class ClientPrompt {
  /** What can be typed. */
  static final String HELP =
      String.join(
          System.lineSeparator(),
          "buy  INSTRUMENT QUANTITY [@ PRICE] [OPTION...]   without a price: market order",
          "sell INSTRUMENT QUANTITY [@ PRICE] [OPTION...]",
          "replace ID INSTRUMENT QUANTITY @ PRICE [OPTION...]   new total and price",
          "cancel ID [account N]",
          "cancel-all [account N] [session] [everything] [instrument N]",
          "    ID: the client order id, or # and the venue's order id",
          "    OPTION: gtc, ioc, fok, post-only, reduce-only, self-trade incoming|resting|both,"
              + " account N",
          "what-if-buy, what-if-sell INSTRUMENT QUANTITY @ PRICE [account N]   margin with it",
          "what-if INSTRUMENT:LOTS ... [account N]   margin with all of these; below 0: sold",
          "margin [account N]   how the account stands",
          "greeks MILLISECONDS [account N]   its Greeks so often; 0: no more",
          "for operators:",
          "halt, resume, call, close INSTRUMENT   change its phase",
          "band INSTRUMENT LOW HIGH    window INSTRUMENT LOWEST",
          "mark INSTRUMENT PRICE       volatility INSTRUMENT MILLIONTHS",
          "smile GROUP EXPIRY MILLIONTHS ...   a risk group's volatilities; EXPIRY in seconds since"
              + " 1970",
          "deposit, withdraw AMOUNT [account N]   fee-tier TIER [account N]",
          "help, quit");

  private ClientPrompt() {}

  /**
   * Reads a line that is not {@code help} or {@code quit}.
   *
   * @throws IllegalArgumentException with what is wrong.
   */
  static ClientRequest read(String line) {
    String spaced = line.strip().toLowerCase(Locale.ROOT).replace("@", " @ ");
    Deque<String> words = new ArrayDeque<>(List.of(spaced.split("\\s+")));
    String action = words.pop();
    RequestFields fields = new RequestFields().put("action", action);
    switch (action) {
      case "buy", "sell" -> take(fields, words, "instrument", "quantity");
      case "replace" -> take(fields, words, "order", "instrument", "quantity");
      case "cancel" -> take(fields, words, "order");
      case "halt", "resume", "call", "close" -> take(fields, words, "instrument");
      case "band" -> take(fields, words, "instrument", "price", "to_price");
      case "window", "mark" -> take(fields, words, "instrument", "price");
      case "what-if-buy", "what-if-sell", "volatility" ->
          take(fields, words, "instrument", "quantity");
      case "deposit", "withdraw", "greeks", "fee-tier" -> take(fields, words, "quantity");
      case "smile" -> {
        take(fields, words, "instrument", "to_price");
        takeFlags(fields, words);
      }
      case "what-if" -> takeFlags(fields, words);
      case "cancel-all", "margin" -> {}
      default -> throw new IllegalArgumentException("unknown command '" + action + "'; try help");
    }
    while (!words.isEmpty()) {
      option(fields, words);
    }
    return ClientRequest.of(fields);
  }

  private static void take(RequestFields fields, Deque<String> words, String... names) {
    for (String name : names) {
      fields.put(name, next(words));
    }
  }

  /** Takes numbers, and pairs of them. */
  private static void takeFlags(RequestFields fields, Deque<String> words) {
    while (!words.isEmpty() && words.peek().matches("[0-9:-]+")) {
      fields.put("flags", (fields.text("flags") + " " + words.pop()).strip());
    }
  }

  private static void option(RequestFields fields, Deque<String> words) {
    String word = words.pop();
    switch (word) {
      case "@" -> fields.put("price", needed("price", words));
      case "gtc", "ioc", "fok" -> fields.put("time_in_force", word);
      case "self-trade" -> fields.put("self_trade", needed("self-trade", words));
      case "account", "instrument" -> fields.put(word, needed(word, words));
      case "post-only", "reduce-only", "session", "everything" ->
          fields.put("flags", (fields.text("flags") + " " + word).strip());
      default -> throw new IllegalArgumentException("'" + word + "' is too much; try help");
    }
  }

  private static String needed(String name, Deque<String> words) {
    String word = next(words);
    if (word.isEmpty()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return word;
  }

  private static String next(Deque<String> words) {
    String word = words.poll();
    return word == null ? "" : word;
  }
}
