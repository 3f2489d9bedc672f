package io.lockstep.driver;

import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.TemplateId;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * The state hash of docs/card.md: the sum modulo 2^64 of a hash of each audit line. It depends
 * neither on the order of the lines nor on the slots that the host chose, so that two cards that
 * hold the same have the same hash.
 *
 * <p>A line's hash begins with its template id, which says what kind of line it is, and takes in
 * its bytes from the end of the event header to the sequence, as six little-endian words of 64
 * bits:
 *
 * <pre>h = mix(template); for each word w: h = mix(h ^ w)</pre>
 *
 * <p>{@code mix} is {@link Mix64}. One thread; allocates nothing.
 */
public final class StateHash implements EventHandler {
  private static final int FIRST_BYTE = EventHeaderDecoder.ENCODED_LENGTH;
  private static final int END_BYTE = AuditOrderDecoder.sequenceEncodingOffset();
  private static final int FIRST_LINE = TemplateId.AUDIT_INSTRUMENT.value();
  private static final int LAST_LINE = TemplateId.AUDIT_ACCOUNT.value();
  private static final int FIRST_LINE_OF_MARGIN = TemplateId.AUDIT_GROUP.value();
  private static final int LAST_LINE_OF_MARGIN = TemplateId.AUDIT_TERMS.value();

  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private long sum;
  private long lines;

  /** Forgets all lines. */
  public void reset() {
    sum = 0;
    lines = 0;
  }

  /** Takes in an audit line; does nothing with an event of another kind. */
  @Override
  public void onEvent(DirectBuffer event, int offset) {
    int template = header.wrap(event, offset).templateId();
    if (isLine(template)) {
      sum += lineHash(template, event, offset);
      lines++;
    }
  }

  private static boolean isLine(int template) {
    return (template >= FIRST_LINE && template <= LAST_LINE)
        || (template >= FIRST_LINE_OF_MARGIN && template <= LAST_LINE_OF_MARGIN);
  }

  /** The hash of the lines taken in since the last reset; 0 without any. */
  public long value() {
    return sum;
  }

  /** Lines taken in since the last reset. */
  public long lines() {
    return lines;
  }

  private static long lineHash(int template, DirectBuffer event, int offset) {
    long hash = Mix64.mix(template);
    for (int at = FIRST_BYTE; at < END_BYTE; at += Long.BYTES) {
      long word = event.getLong(offset + at, ByteOrder.LITTLE_ENDIAN);
      hash = Mix64.mix(hash ^ word);
    }
    return hash;
  }
}
