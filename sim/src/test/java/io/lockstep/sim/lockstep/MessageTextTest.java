package io.lockstep.sim.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.DoneEncoder;
import io.lockstep.schema.card.EventHeaderEncoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.TemplateId;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Messages as people read them in reports. */
class MessageTextTest {
  private final UnsafeBuffer message = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);

  @Test
  void namesTheMessageAndItsFields() {
    new EventHeaderEncoder().wrap(message, 0).templateId(DoneEncoder.TEMPLATE_ID);
    new DoneEncoder().wrap(message, 0).lines(7).commandTemplate(TemplateId.AUDIT).sequence(9);
    assertEquals(
        "Done header=(templateId=80 flags={} stampCycles=0 consumed=0)"
            + " lines=7 commandTemplate=AUDIT sequence=9",
        MessageText.decoded(message, 0));
  }

  @Test
  void tellsOfACodeThatIsNone() {
    new CommandHeaderEncoder().wrap(message, 0).templateId(NewEncoder.TEMPLATE_ID);
    message.putByte(NewEncoder.sideEncodingOffset(), (byte) 77);
    String text = MessageText.decoded(message, 0);
    assertTrue(text.startsWith("template 1, not decodable"), text);
    assertTrue(text.contains("77"), text);
  }

  @Test
  void tellsOfATemplateThatIsNone() {
    new CommandHeaderEncoder().wrap(message, 0).templateId(999);
    assertEquals("template 999, unknown", MessageText.decoded(message, 0));
  }

  @Test
  void showsBytesInTheOrderOfTheirOffsets() {
    for (int i = 0; i < Card.MESSAGE_BYTES; i++) {
      message.putByte(i, (byte) i);
    }
    assertTrue(MessageText.hex(message, 0).startsWith("00010203 04050607 08090a0b"));
    assertTrue(MessageText.hex(message, 0).endsWith("38393a3b 3c3d3e3f"));
  }
}
