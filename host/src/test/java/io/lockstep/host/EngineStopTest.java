package io.lockstep.host;

import static io.lockstep.host.TestVenue.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lockstep.schema.client.HeartbeatEncoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.Source;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What the engine cannot go on from ends it, and no message is passed over. */
class EngineStopTest {
  private static final int SESSION = 1;

  @Test
  void aLogMessageThatNoEngineTakesStopsIt() {
    try (EngineUnderTest engine = new EngineUnderTest(Cards.open(Cards.MODEL), 16)) {
      engine.begin(ALICE, SESSION);
      engine.offer(ALICE, SESSION, Messages.newOrder(1));
      assertEquals(List.of("ACCEPTED 1"), engine.settle());
      UnsafeBuffer strange = new UnsafeBuffer(new byte[MessageHeaderEncoder.ENCODED_LENGTH]);
      new HeartbeatEncoder().wrapAndApplyHeader(strange, 0, new MessageHeaderEncoder());
      engine.offer(Source.GATEWAY, ALICE, SESSION, strange, strange.capacity());
      IllegalStateException stopped =
          assertThrows(IllegalStateException.class, () -> engine.settle());
      assertEquals("log message 9 has unknown template 5", stopped.getMessage());
    }
  }
}
