package io.lockstep.host.counters;

import io.lockstep.host.RefusalCounters;
import io.lockstep.host.card.CardCounters;

/**
 * Types and labels of the counters in this package. A label ends with the counter's name behind a
 * colon, so that who reads the file needs no list of names.
 */
public final class CounterTypes {
  /** The first type of {@link HostGauges}; a type each. */
  public static final int HOST = 4060;

  /** The first type of {@link CardGauges}; a type each. */
  public static final int CARD = 4400;

  /** Behind the last type of {@link CardGauges}. */
  public static final int CARD_END = 4600;

  static final String HOST_LABEL = "lockstep host: ";
  static final String CARD_LABEL = "lockstep card: ";

  private static final String SEPARATOR = ": ";

  private CounterTypes() {}

  /** Whether a counter tells something of the host that goes up and down. */
  public static boolean isHost(int type) {
    return type >= HOST && type < CardCounters.LOST_TYPE_ID;
  }

  /** Whether a counter counts refusals. */
  public static boolean isRefusal(int type) {
    return type >= RefusalCounters.TYPE_ID_BASE && type < CARD;
  }

  /** Whether a counter was copied from the card. */
  public static boolean isCard(int type) {
    return type >= CARD && type < CARD_END;
  }

  /** The name at a label's end. */
  public static String name(String label) {
    return label.substring(label.indexOf(SEPARATOR) + SEPARATOR.length());
  }
}
