package io.lockstep.driver;

import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * A matching card: commands of 64 bytes in, events of 64 bytes out, in command order. Each command
 * ends with exactly one event flagged {@code last}. What the messages mean stands in docs/card.md.
 *
 * <p>A card is owned by one thread. {@link #offer} and {@link #poll} neither block nor allocate.
 */
public interface Card extends AutoCloseable {
  /** Bytes of a command and of an event. */
  int MESSAGE_BYTES = 64;

  /** {@link #offer}: the window is full. Poll, then offer again. */
  long NO_CREDIT = -1;

  /** {@link #offer} and {@link #poll}: the card is lost. Replace it; what it held is gone. */
  int FAULTED = -2;

  /**
   * Hands one command to the card. The command's window sequence is set by the card; the buffer is
   * copied and not changed.
   *
   * @param command holds the 64 bytes of a command at {@code offset}.
   * @return the number of the command, from 0, never repeated; or {@link #NO_CREDIT} or {@link
   *     #FAULTED}.
   */
  long offer(DirectBuffer command, int offset);

  /**
   * Hands over events that have come, oldest first. A simulated card does its work inside this call
   * and only there.
   *
   * @param limit most events to hand over.
   * @return events handed over, 0 to {@code limit}; or {@link #FAULTED}.
   */
  int poll(EventHandler handler, int limit);

  /** Why the card is lost, for people; empty while it is not, or where nobody knows. */
  default String failure() {
    return "";
  }

  /**
   * Where the card counts for itself; empty for a card that has no registers. Each read goes over
   * the bus: never on the path of an order. The same object each time.
   */
  default Optional<CardRegisters> ownCounters() {
    return Optional.empty();
  }

  /** What the card can hold, and by which schema and rules. Constant while it is open. */
  CardDescription description();

  /**
   * Makes the card as it was when it was opened: it knows nothing, is loading, and counts commands
   * from 0. Events not yet handed over are gone. A card that is lost stays lost.
   */
  void reset();

  /** Gives back everything the card holds. A second call does nothing. */
  @Override
  void close();
}
