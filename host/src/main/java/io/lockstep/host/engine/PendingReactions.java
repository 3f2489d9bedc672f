package io.lockstep.host.engine;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.ReactionEncoder;
import io.lockstep.schema.client.ReactionKind;
import io.lockstep.schema.snapshot.ReactionStateDecoder;
import io.lockstep.schema.snapshot.ReactionStateEncoder;
import io.lockstep.schema.snapshot.ReactionsStateDecoder;
import io.lockstep.schema.snapshot.ReactionsStateEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What stage B asked for and the log does not hold yet, by rising number. A number is given when
 * the event that is reacted to is settled, so that it is the same for the same log. Of each kind
 * and subject at most one is pending; so there is room for all, made once. One thread.
 */
final class PendingReactions implements SnapshotPart {
  private static final ReactionKind[] KINDS = {
    ReactionKind.BREAKER, ReactionKind.RESERVE, ReactionKind.MARGIN_CALL
  };

  private final int subjects;

  /** Kind and subject in one, by number; as many as there can be. */
  private final int[] ring;

  private final boolean[] isPending;
  private final UnsafeBuffer buffer =
      new UnsafeBuffer(
          new byte[MessageHeaderEncoder.ENCODED_LENGTH + ReactionEncoder.BLOCK_LENGTH]);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final ReactionEncoder reaction = new ReactionEncoder();

  /** Number of the last one that was asked for. */
  private long asked;

  /** Number of the last one that was handed over. */
  private long offered;

  /** Number of the last one that the log held. */
  private long taken;

  /**
   * @param subjects are below.
   */
  PendingReactions(int subjects) {
    this.subjects = subjects;
    ring = new int[KINDS.length * subjects];
    isPending = new boolean[ring.length];
  }

  /** Stage B asks for a reaction; no effect while the same is pending. */
  void ask(ReactionKind kind, int subject) {
    int what = what(kind, subject);
    if (!isPending[what]) {
      isPending[what] = true;
      ring[at(++asked)] = what;
    }
  }

  /**
   * Hands over what was not handed over yet, in the order of the numbers.
   *
   * @return how many were.
   */
  int offer(ReactionOutput output) {
    int count = 0;
    while (offered < asked && output.offer(buffer, 0, write(offered + 1))) {
      offered++;
      count++;
    }
    return count;
  }

  private int write(long number) {
    int what = ring[at(number)];
    reaction
        .wrapAndApplyHeader(buffer, 0, header)
        .number(number)
        .subject(what % subjects)
        .kind(KINDS[what / subjects]);
    return buffer.capacity();
  }

  /** Those that are pending. */
  int size() {
    return (int) (asked - taken);
  }

  /** True for a reaction that the log held before: it has no effect. */
  boolean isRepeat(long number) {
    return number <= taken;
  }

  /**
   * The log holds the next one, and all before it is settled: it is pending no more.
   *
   * @throws IllegalStateException when it is not what was asked for under its number.
   */
  void take(long number, ReactionKind kind, int subject) {
    int what = what(kind, subject);
    Invariant.check(
        number == taken + 1 && number <= asked && ring[at(number)] == what,
        "the log holds the reactions that were asked for, in their order");
    isPending[what] = false;
    taken = number;
    offered = Math.max(offered, number);
  }

  private int what(ReactionKind kind, int subject) {
    return kind.value() * subjects + subject;
  }

  private int at(long number) {
    return (int) (number % ring.length);
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    to.next(new ReactionsStateEncoder()).taken(taken);
    ReactionStateEncoder record = new ReactionStateEncoder();
    for (long number = taken + 1; number <= asked; number++) {
      int what = ring[at(number)];
      to.next(record).subject(what % subjects).kind((short) (what / subjects));
    }
  }

  /** Those that are pending are handed over anew: the log may not hold them. */
  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() == ReactionsStateDecoder.TEMPLATE_ID) {
      ReactionsStateDecoder record = from.as(new ReactionsStateDecoder());
      taken = record.taken();
      offered = taken;
      asked = taken;
      return true;
    }
    if (from.templateId() != ReactionStateDecoder.TEMPLATE_ID) {
      return false;
    }
    ReactionStateDecoder record = from.as(new ReactionStateDecoder());
    ask(ReactionKind.get(record.kind()), record.subject());
    return true;
  }
}
