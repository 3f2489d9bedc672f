package io.lockstep.host.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.ReactionDecoder;
import io.lockstep.schema.client.ReactionKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

/** What stage B asks for is handed over once, in order, and taken once. */
class PendingReactionsTest {
  private static final int SUBJECTS = 5;

  private final PendingReactions pending = new PendingReactions(SUBJECTS);
  private final List<String> handedOver = new ArrayList<>();
  private int room = Integer.MAX_VALUE;

  private void ask(int subject) {
    pending.ask(ReactionKind.BREAKER, subject);
  }

  private void take(long number, int subject) {
    pending.take(number, ReactionKind.BREAKER, subject);
  }

  private int offer() {
    return pending.offer(this::onReaction);
  }

  private boolean onReaction(DirectBuffer message, int offset, int length) {
    if (room == 0) {
      return false;
    }
    room--;
    ReactionDecoder reaction = new ReactionDecoder();
    reaction.wrapAndApplyHeader(message, offset, new MessageHeaderDecoder());
    assertEquals(MessageHeaderDecoder.ENCODED_LENGTH + ReactionDecoder.BLOCK_LENGTH, length);
    handedOver.add(reaction.number() + " " + reaction.kind() + " " + reaction.subject());
    return true;
  }

  @Test
  void eachIsHandedOverOnceInTheOrderOfTheNumbers() {
    ask(3);
    ask(1);
    assertEquals(2, offer());
    ask(2);
    assertEquals(1, offer());
    assertEquals(0, offer());
    assertEquals(List.of("1 BREAKER 3", "2 BREAKER 1", "3 BREAKER 2"), handedOver);
  }

  @Test
  void whatIsPendingIsNotAskedForAgain() {
    ask(3);
    offer();
    ask(3);
    assertEquals(0, offer());
    take(1, 3);
    ask(3);
    offer();
    assertEquals(List.of("1 BREAKER 3", "2 BREAKER 3"), handedOver);
  }

  @Test
  void whatFindsNoRoomIsOfferedAgain() {
    room = 1;
    ask(3);
    ask(1);
    assertEquals(1, offer());
    room = 1;
    assertEquals(1, offer());
    assertEquals(List.of("1 BREAKER 3", "2 BREAKER 1"), handedOver);
  }

  @Test
  void whatTheLogHeldAlreadyIsNotHandedOver() {
    ask(3);
    ask(1);
    take(1, 3);
    assertEquals(1, offer());
    assertEquals(List.of("2 BREAKER 1"), handedOver);
  }

  @Test
  void aRepeatIsKnownByItsNumber() {
    ask(3);
    assertFalse(pending.isRepeat(1));
    take(1, 3);
    assertTrue(pending.isRepeat(1));
    assertFalse(pending.isRepeat(2));
  }

  @Test
  void aLogWithWhatWasNotAskedForIsRefused() {
    ask(3);
    ask(1);
    assertThrows(IllegalStateException.class, () -> take(2, 1), "another is before it");
    assertThrows(IllegalStateException.class, () -> take(1, 1), "another subject");
    take(1, 3);
    take(2, 1);
    assertThrows(IllegalStateException.class, () -> take(3, 2), "nobody asked");
  }

  @Test
  void aSnapshotKeepsWhatIsPendingToBeHandedOverAnew() {
    ask(3);
    ask(1);
    ask(4);
    offer();
    take(1, 3);
    handedOver.clear();
    SnapshotWriter writer = new SnapshotWriter();
    pending.write(writer);
    SnapshotReader reader = new SnapshotReader(writer.end());
    PendingReactions restored = new PendingReactions(SUBJECTS);
    while (reader.next()) {
      assertTrue(restored.read(reader));
    }

    restored.ask(ReactionKind.BREAKER, 1);
    restored.ask(ReactionKind.BREAKER, 3);
    assertEquals(3, restored.offer(this::onReaction));
    assertEquals(List.of("2 BREAKER 1", "3 BREAKER 4", "4 BREAKER 3"), handedOver);
    assertTrue(restored.isRepeat(1));
  }

  /** -1 takes the next, -2 offers it, others ask for a subject. */
  @Property(tries = 300)
  void nothingIsLostOrTakenTwice(
      @ForAll @Size(max = 200) List<@IntRange(min = -2, max = SUBJECTS - 1) Integer> steps) {
    new PendingReactionsTest().run(steps);
  }

  private void run(List<Integer> steps) {
    Deque<Integer> expected = new ArrayDeque<>();
    List<String> inOrder = new ArrayList<>();
    long asked = 0;
    long taken = 0;
    for (int step : steps) {
      if (step >= 0) {
        ask(step);
        if (!expected.contains(step)) {
          expected.add(step);
          inOrder.add(++asked + " BREAKER " + step);
        }
      } else if (step == -1 && handedOver.size() > taken) {
        take(++taken, expected.remove());
      } else {
        room = 1;
        offer();
      }
    }
    room = Integer.MAX_VALUE;
    offer();
    assertEquals(inOrder, handedOver);
  }
}
