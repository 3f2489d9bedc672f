package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestDefinitions.endOfLoad;
import static io.lockstep.sim.model.TestDefinitions.openPosition;
import static io.lockstep.sim.model.TestDefinitions.setAccount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.driver.StateHash;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Any card, driven one command at a time. Of each answer it checks what is true of all of them:
 * sequences without a gap, exactly one {@code last}, at the end.
 */
final class CardUnderTest implements AutoCloseable {
  private static final int MOST_SILENT_POLLS = 10;
  private static final int MOST_TRADERS = 4;

  private final Card card;
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final List<UnsafeBuffer> answer = new ArrayList<>();
  private int sequence;

  CardUnderTest(Card card) {
    this.card = card;
  }

  /** Sets accounts 0 to 4, none in a group, and ends the loading. */
  CardUnderTest loaded() {
    for (int account = 0; account <= MOST_TRADERS; account++) {
      accept(setAccount(account, 0));
    }
    accept(endOfLoad());
    return this;
  }

  /** Sets an instrument in which accounts 1 to 4 have positions. */
  CardUnderTest list(TestCommand setInstrument) {
    accept(setInstrument);
    int instrument = new SetInstrumentDecoder().wrap(setInstrument.bytes, 0, 64, 1).instrument();
    for (int account = 1; account <= MOST_TRADERS; account++) {
      accept(openPosition(account, instrument));
    }
    return this;
  }

  /** Sends a command that must be answered by a {@code done} and nothing else. */
  CardUnderTest accept(TestCommand command) {
    List<String> events = send(command);
    assertTrue(events.size() == 1 && events.get(0).startsWith("done"), events::toString);
    return this;
  }

  CardDescription description() {
    return card.description();
  }

  /** Sends one command; its events as text, see {@link EventText}. */
  List<String> send(TestCommand command) {
    return send(command.bytes).stream().map(event -> EventText.of(event, 0)).toList();
  }

  /** Sends one command; its events as bytes. */
  List<UnsafeBuffer> send(DirectBuffer command) {
    answer.clear();
    assertTrue(card.offer(command, 0) >= 0, "no credit though every answer was polled");
    int silent = 0;
    while (answer.isEmpty() || !isLast(answer.get(answer.size() - 1))) {
      int polled = card.poll(this::take, 64);
      assertTrue(polled >= 0, "faulted");
      silent = polled == 0 ? silent + 1 : 0;
      assertTrue(silent < MOST_SILENT_POLLS, "no event flagged last");
    }
    assertEquals(1, answer.stream().filter(this::isLast).count(), "events flagged last");
    return List.copyOf(answer);
  }

  /** Sends commands whose answers do not matter. */
  CardUnderTest after(TestCommand... commands) {
    for (TestCommand command : commands) {
      send(command);
    }
    return this;
  }

  private boolean hasMargin() {
    return description().groups() > 0;
  }

  /** The hash of an audit of all that the card holds. */
  long stateHash() {
    StateHash hash = new StateHash();
    int lines = hasMargin() ? TestMargin.ALL_LINES : TestDefinitions.ALL_LINES;
    send(audit(lines).bytes).forEach(event -> hash.onEvent(event, 0));
    return hash.value();
  }

  @Override
  public void close() {
    card.close();
  }

  private void take(DirectBuffer event, int offset) {
    byte[] copy = new byte[Card.MESSAGE_BYTES];
    event.getBytes(offset, copy);
    UnsafeBuffer buffer = new UnsafeBuffer(copy);
    assertEquals(++sequence, EventText.sequence(buffer, 0), "sequence");
    answer.add(buffer);
  }

  private boolean isLast(UnsafeBuffer event) {
    return header.wrap(event, 0).flags().last();
  }
}
