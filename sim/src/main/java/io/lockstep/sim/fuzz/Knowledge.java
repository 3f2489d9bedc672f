package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.schema.card.CommandHeaderDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What the generator knows of the card, from the commands that it sent and their events. Only as
 * good as it needs to be: where a card errs, this may be wrong too, and must not fail.
 */
final class Knowledge {
  private static final int SEQUENCE_OFFSET = 8;

  final CardDescription card;
  KnownInstruments instruments;
  KnownAccounts accounts;
  KnownPositions positions;
  KnownOrders orders;
  KnownMargin margin;
  final Ranges ranges;
  final AuditLines audit = new AuditLines();

  private final UnsafeBuffer inFlight;
  private final int inFlightMask;
  private final CommandHeaderDecoder commandHeader = new CommandHeaderDecoder();
  private final Lessons lessons;
  private final MarginLessons marginLessons;
  private boolean loading = true;
  private long sent;
  private long answered;

  Knowledge(CardDescription card) {
    this.card = card;
    ranges = new Ranges(card);
    inFlight = new UnsafeBuffer(new byte[card.windowSlots() * Card.MESSAGE_BYTES]);
    inFlightMask = card.windowSlots() - 1;
    lessons = new Lessons(this, inFlight);
    marginLessons = new MarginLessons(this, inFlight);
    onReset();
  }

  /** The card was reset: nothing is known of what it holds, since it holds nothing. */
  void onReset() {
    instruments = new KnownInstruments(card.instruments(), card.levels());
    accounts = new KnownAccounts(card.accounts());
    positions = new KnownPositions(card.positions(), card.instruments());
    orders = new KnownOrders(card.orderSlots(), card.instruments(), positions);
    margin = new KnownMargin(card);
    loading = true;
  }

  /** Whether the card checks margin. */
  boolean hasMargin() {
    return card.portfolios() > 0;
  }

  void onEndOfLoad() {
    loading = false;
  }

  /** Whether the card takes what restores a state, and no orders. */
  boolean isLoading() {
    return loading;
  }

  /** Commands sent. */
  long sent() {
    return sent;
  }

  /** Commands whose last event has come. */
  long answered() {
    return answered;
  }

  /** Template of the command that the next event belongs to. */
  int templateOfOldest() {
    return commandHeader.wrap(inFlight, place(answered)).templateId();
  }

  /** Log sequence of the command that the next event belongs to. */
  long idOfOldest() {
    return inFlight.getLong(place(answered) + SEQUENCE_OFFSET, ByteOrder.LITTLE_ENDIAN);
  }

  /** Where the command that the next event belongs to stands in {@link #commands}. */
  int oldest() {
    return place(answered);
  }

  /** The commands not yet answered. */
  DirectBuffer commands() {
    return inFlight;
  }

  /** Remembers a command until it is answered. */
  void onSent(DirectBuffer command) {
    inFlight.putBytes(place(sent), command, 0, Card.MESSAGE_BYTES);
    sent++;
  }

  /** Learns from an event of the oldest command not yet answered. */
  void onEvent(DirectBuffer event, int offset) {
    int command = place(answered);
    int template = commandHeader.wrap(inFlight, command).templateId();
    lessons.learn(template, command, event, offset);
    if (hasMargin()) {
      marginLessons.learn(template, command, event, offset);
    }
    audit.onEvent(event, offset);
  }

  /** The oldest command is answered. */
  void onAnswered() {
    answered++;
  }

  private int place(long number) {
    return (int) (number & inFlightMask) * Card.MESSAGE_BYTES;
  }
}
