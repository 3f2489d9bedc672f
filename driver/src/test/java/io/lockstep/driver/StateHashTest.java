package io.lockstep.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lockstep.schema.card.AuditGroupEncoder;
import io.lockstep.schema.card.AuditInstrumentEncoder;
import io.lockstep.schema.card.AuditLanesEncoder;
import io.lockstep.schema.card.AuditOrderEncoder;
import io.lockstep.schema.card.AuditPortfolioEncoder;
import io.lockstep.schema.card.AuditTermsEncoder;
import io.lockstep.schema.card.DoneEncoder;
import io.lockstep.schema.card.EventHeaderEncoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The state hash takes in what the card holds, and nothing else. */
class StateHashTest {
  private static final int HEADER_BYTES = 12;
  private static final int SEQUENCE_BYTE = 60;

  private final StateHash hash = new StateHash();
  private final UnsafeBuffer line = orderLine(1, 100);

  @Test
  void isZeroWithoutLines() {
    assertEquals(0, hash.value());
    hash.onEvent(event(DoneEncoder.TEMPLATE_ID), 0);
    assertEquals(0, hash.value());
    assertEquals(0, hash.lines());
  }

  @Test
  void doesNotDependOnTheOrderOfLines() {
    UnsafeBuffer other = orderLine(2, 101);
    assertEquals(hashOf(line, other), hashOf(other, line));
    assertNotEquals(hashOf(line), hashOf(line, other));
    assertNotEquals(hashOf(line), hashOf(line, line));
  }

  @Test
  void leavesOutTheRestOfTheHeaderAndTheSequence() {
    long before = hashOf(line);
    for (int at = 2; at < line.capacity(); at++) {
      boolean leftOut = at < HEADER_BYTES || at >= SEQUENCE_BYTE;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        line.putByte(at, (byte) (line.getByte(at) ^ 1 << bit));
        assertEquals(leftOut, before == hashOf(line), "byte " + at + ", bit " + bit);
        line.putByte(at, (byte) (line.getByte(at) ^ 1 << bit));
      }
    }
  }

  @Test
  void takesInEveryByteOfALine() {
    UnsafeBuffer instrument = event(AuditInstrumentEncoder.TEMPLATE_ID);
    long before = hashOf(instrument);
    for (int at = HEADER_BYTES; at < SEQUENCE_BYTE; at++) {
      instrument.putByte(at, (byte) 1);
      assertNotEquals(before, hashOf(instrument), "byte " + at);
      instrument.putByte(at, (byte) 0);
    }
  }

  @Test
  void tellsKindsOfLinesApart() {
    assertNotEquals(
        hashOf(event(AuditInstrumentEncoder.TEMPLATE_ID)),
        hashOf(event(AuditOrderEncoder.TEMPLATE_ID)));
  }

  @Test
  void takesInTheLinesOfMargin() {
    UnsafeBuffer[] linesOfMargin = {
      event(AuditPortfolioEncoder.TEMPLATE_ID),
      event(AuditGroupEncoder.TEMPLATE_ID),
      event(AuditLanesEncoder.TEMPLATE_ID),
      event(AuditTermsEncoder.TEMPLATE_ID)
    };
    assertNotEquals(0, hashOf(linesOfMargin));
    assertEquals(linesOfMargin.length, hash.lines());
  }

  @Test
  void startsAnewAfterAReset() {
    hash.onEvent(line, 0);
    assertEquals(1, hash.lines());
    hash.reset();
    assertEquals(0, hash.value());
    assertEquals(0, hash.lines());
  }

  @Test
  void staysWhatItIs() {
    // Worked out apart from this code; recorded hashes rest on it.
    assertEquals(0x83BF8ED2A4FB3183L, hashOf(line));
  }

  private long hashOf(UnsafeBuffer... lines) {
    hash.reset();
    for (UnsafeBuffer each : lines) {
      hash.onEvent(each, 0);
    }
    return hash.value();
  }

  private static UnsafeBuffer orderLine(long orderId, int price) {
    UnsafeBuffer buffer = event(AuditOrderEncoder.TEMPLATE_ID);
    new AuditOrderEncoder().wrap(buffer, 0).orderId(orderId).price(price).total(5);
    return buffer;
  }

  private static UnsafeBuffer event(int template) {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    new EventHeaderEncoder().wrap(buffer, 0).templateId(template);
    return buffer;
  }
}
