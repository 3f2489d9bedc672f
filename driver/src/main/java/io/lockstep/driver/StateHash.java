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
 * its bytes from the end of the event header to the sequence, as six little-endian words of 64 bits
 * with the order's slot as zero:
 *
 * <pre>h = mix(template); for each word w: h = mix(h ^ w)
 * mix(x): x += 0x9E3779B97F4A7C15; x ^= x >>> 30; x *= 0xBF58476D1CE4E5B9;
 *         x ^= x >>> 27; x *= 0x94D049BB133111EB; x ^= x >>> 31</pre>
 *
 * <p>{@code mix} is the step of SplitMix64: each bit of its input moves about half of the bits of
 * its output, and no two inputs give the same output. One thread; allocates nothing.
 */
public final class StateHash implements EventHandler {
  private static final int FIRST_BYTE = EventHeaderDecoder.ENCODED_LENGTH;
  private static final int END_BYTE = AuditOrderDecoder.sequenceEncodingOffset();
  private static final int SLOT_BYTE = AuditOrderDecoder.slotEncodingOffset();
  private static final int SLOT_WORD_BYTE =
      FIRST_BYTE + (SLOT_BYTE - FIRST_BYTE) / Long.BYTES * Long.BYTES;
  private static final long WITHOUT_SLOT =
      ~(0xFFFF_FFFFL << ((SLOT_BYTE - SLOT_WORD_BYTE) * Byte.SIZE));
  private static final int FIRST_LINE = TemplateId.AUDIT_INSTRUMENT.value();
  private static final int LAST_LINE = TemplateId.AUDIT_ACCOUNT.value();

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
    if (template >= FIRST_LINE && template <= LAST_LINE) {
      sum += lineHash(template, event, offset);
      lines++;
    }
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
    long hash = mix(template);
    for (int at = FIRST_BYTE; at < END_BYTE; at += Long.BYTES) {
      long word = event.getLong(offset + at, ByteOrder.LITTLE_ENDIAN);
      boolean holdsSlot = template == AuditOrderDecoder.TEMPLATE_ID && at == SLOT_WORD_BYTE;
      hash = mix(hash ^ (holdsSlot ? word & WITHOUT_SLOT : word));
    }
    return hash;
  }

  private static long mix(long value) {
    long x = value + 0x9E3779B97F4A7C15L;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
