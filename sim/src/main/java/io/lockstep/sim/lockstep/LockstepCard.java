package io.lockstep.sim.lockstep;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.driver.CardRegisters;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.Patience;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.sim.lockstep.CardDifference.Kind;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * Two cards as one: each command goes to both, and an event is handed over once both have given it,
 * equal in every byte outside the ring's own fields. The first one's are handed over.
 *
 * <p>At the first difference it stops: {@link #difference} says what it was, a folder holds report,
 * command file and waveform, and {@link #offer} and {@link #poll} answer {@link Card#FAULTED} from
 * then on. Commands count from the last reset, and the command file begins there. One thread; until
 * a difference neither call allocates, but for a new part of the command file once in 262,144
 * commands.
 */
public final class LockstepCard implements Card {
  private final Card first;
  private final Card second;
  private final String firstName;
  private final String secondName;
  private final LockstepSettings settings;
  private final int windowSlots;
  private final EventQueue firstEvents = new EventQueue();
  private final EventQueue secondEvents = new EventQueue();
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final CommandRecorder recorder = new CommandRecorder();
  private final Patience patience = Patience.withOneCard();
  private long offered;
  private long answered;
  private long eventOfCommand;
  private boolean closed;
  private CardDifference difference;

  /**
   * Takes two cards after a reset; they are closed with this one.
   *
   * @param firstName and {@code secondName} name the cards in the report.
   * @throws IllegalArgumentException where the cards were built from different schemas or differ in
   *     a capacity that commands can notice.
   * @throws UncheckedIOException where no temporary file for the commands can be made.
   */
  public LockstepCard(
      Card first, String firstName, Card second, String secondName, LockstepSettings settings) {
    requireAlike(first.description(), second.description());
    this.first = first;
    this.second = second;
    this.firstName = firstName;
    this.secondName = secondName;
    this.settings = settings;
    this.windowSlots =
        Math.min(first.description().windowSlots(), second.description().windowSlots());
  }

  private static void requireAlike(CardDescription one, CardDescription other) {
    one.unlike(other)
        .ifPresent(
            what -> {
              throw new IllegalArgumentException("cards in lockstep differ in " + what);
            });
  }

  @Override
  public long offer(DirectBuffer command, int offset) {
    if (closed || difference != null) {
      return FAULTED;
    }
    // Both have sent the events of all answered commands, and with them the credit for these.
    if (offered - answered == windowSlots) {
      return NO_CREDIT;
    }
    try {
      recorder.append(command, offset, answered);
    } catch (UncheckedIOException e) {
      return stop(Kind.FAULT, "the commands cannot be recorded: " + e.getCause());
    }
    long number = first.offer(command, offset);
    long otherNumber = second.offer(command, offset);
    if (number < 0 || otherNumber < 0) {
      return stopAtOffer(number, otherNumber);
    }
    return offered++;
  }

  @Override
  public int poll(EventHandler handler, int limit) {
    if (closed || difference != null) {
      return FAULTED;
    }
    boolean lostFirst = !fetch(first, firstEvents, limit);
    boolean lostSecond = !fetch(second, secondEvents, limit);
    int handedOver = 0;
    while (handedOver < limit && firstEvents.size() > 0 && secondEvents.size() > 0) {
      DirectBuffer event = firstEvents.buffer();
      int offset = firstEvents.oldest();
      if (!EventBytes.agree(event, offset, secondEvents.buffer(), secondEvents.oldest())) {
        stopAtEvent();
        return handedOver > 0 ? handedOver : FAULTED;
      }
      handler.onEvent(event, offset);
      count(event, offset);
      firstEvents.remove();
      secondEvents.remove();
      handedOver++;
    }
    if (handedOver == 0 && (lostFirst || lostSecond)) {
      return lostFirst ? stopAtLoss(firstName, first) : stopAtLoss(secondName, second);
    }
    if (handedOver == 0) {
      return waitForTheOther();
    }
    patience.renew();
    return handedOver;
  }

  private static boolean fetch(Card card, EventQueue queue, int limit) {
    int wanted = Math.min(limit - queue.size(), queue.room());
    return wanted <= 0 || card.poll(queue, wanted) >= 0;
  }

  private void count(DirectBuffer event, int offset) {
    if (header.wrap(event, offset).flags().last()) {
      answered++;
      eventOfCommand = 0;
    } else {
      eventOfCommand++;
    }
  }

  private int waitForTheOther() {
    boolean oneWaits = firstEvents.size() != secondEvents.size();
    if (!oneWaits) {
      patience.renew();
    } else if (patience.isSpent()) {
      String silent = firstEvents.size() == 0 ? firstName : secondName;
      return stop(Kind.SILENCE, silent + " gives no event");
    }
    return 0;
  }

  // ---- The rest is for the one difference that ends the run.

  private int stopAtOffer(long number, long otherNumber) {
    boolean isFirst = number < 0;
    String name = isFirst ? firstName : secondName;
    return number == FAULTED || otherNumber == FAULTED
        ? stopAtLoss(name, isFirst ? first : second)
        : stop(Kind.CREDIT, name + " took no command though it had credit");
  }

  private int stopAtLoss(String name, Card card) {
    String why = card.failure().isEmpty() ? "" : ": " + card.failure();
    return stop(Kind.FAULT, name + " was lost" + why);
  }

  private void stopAtEvent() {
    int byteNumber =
        EventBytes.firstDifference(
            firstEvents.buffer(),
            firstEvents.oldest(),
            secondEvents.buffer(),
            secondEvents.oldest());
    stop(
        Kind.EVENT,
        byteNumber,
        "%s and %s differ at byte %d".formatted(firstName, secondName, byteNumber));
  }

  private int stop(Kind kind, String what) {
    return stop(kind, -1, what);
  }

  private int stop(Kind kind, int byteNumber, String what) {
    String summary = "Command %d, event %d: %s".formatted(answered, eventOfCommand, what);
    difference =
        new CardDifference(kind, answered, eventOfCommand, byteNumber, summary, settings.folder());
    DifferenceReport report = new DifferenceReport(difference, settings);
    addOldest(report, firstName, firstEvents);
    addOldest(report, secondName, secondEvents);
    report.write(recorder);
    return FAULTED;
  }

  private static void addOldest(DifferenceReport report, String name, EventQueue queue) {
    if (queue.size() > 0) {
      report.add(name + ":", queue.buffer(), queue.oldest());
    } else {
      report.add(name + ": no event");
    }
  }

  /** Where the two cards parted, if they did. */
  public Optional<CardDifference> difference() {
    return Optional.ofNullable(difference);
  }

  @Override
  public String failure() {
    return difference == null ? "" : difference.summary() + "; see " + difference.folder();
  }

  /** Of the first of the two that counts. */
  @Override
  public Optional<CardRegisters> ownCounters() {
    return first.ownCounters().or(second::ownCounters);
  }

  /** Of the first card; the window is the smaller of the two. */
  @Override
  public CardDescription description() {
    return first.description();
  }

  @Override
  public void reset() {
    if (closed || difference != null) {
      return;
    }
    first.reset();
    second.reset();
    recorder.restart();
    firstEvents.clear();
    secondEvents.clear();
    patience.renew();
    offered = 0;
    answered = 0;
    eventOfCommand = 0;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      first.close();
      second.close();
      recorder.close();
    }
  }
}
