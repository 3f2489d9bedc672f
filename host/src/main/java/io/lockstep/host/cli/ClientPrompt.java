package io.lockstep.host.cli;

import static io.lockstep.host.cli.ClientRequest.number;

import io.lockstep.host.cli.ClientRequest.Action;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Reads requests as they are typed, such as {@code buy 1 100 @ 5480}. */
final class ClientPrompt {
  /** What can be typed. */
  static final String HELP =
      String.join(
          System.lineSeparator(),
          "buy  INSTRUMENT QUANTITY [@ PRICE] [gtc|ioc] [account N]  without a price: market order",
          "sell INSTRUMENT QUANTITY [@ PRICE] [gtc|ioc] [account N]",
          "cancel ID [account N]    ID: the client order id, or # and the venue's order id",
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
    return switch (action) {
      case "buy" -> order(Action.BUY, words);
      case "sell" -> order(Action.SELL, words);
      case "cancel" -> {
        String order = next(words);
        yield ClientRequest.cancel(order, end(account(words), words));
      }
      default -> throw new IllegalArgumentException("unknown command '" + action + "'; try help");
    };
  }

  private static ClientRequest order(Action action, Deque<String> words) {
    long instrument = number("instrument", next(words));
    long quantity = number("quantity", next(words));
    OptionalLong price = OptionalLong.empty();
    if ("@".equals(words.peek())) {
      words.pop();
      price = OptionalLong.of(number("price", next(words)));
    }
    String timeInForce = "";
    if ("gtc".equals(words.peek()) || "ioc".equals(words.peek())) {
      timeInForce = words.pop();
    }
    OptionalLong account = end(account(words), words);
    return ClientRequest.order(action, instrument, quantity, price, timeInForce, account);
  }

  private static OptionalLong account(Deque<String> words) {
    if (!"account".equals(words.peek())) {
      return OptionalLong.empty();
    }
    words.pop();
    return OptionalLong.of(number("account", next(words)));
  }

  private static OptionalLong end(OptionalLong account, Deque<String> words) {
    if (!words.isEmpty()) {
      throw new IllegalArgumentException("'" + words.peek() + "' is too much; try help");
    }
    return account;
  }

  private static String next(Deque<String> words) {
    String word = words.poll();
    return word == null ? "" : word;
  }
}
