package io.lockstep.host.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.client.RejectReason;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Any bytes at the gateway: no exception escapes, each message is refused, carried out or heard,
 * and what is refused changes nothing. The long form is {@code ./lockstep fuzz --gateway 1000000}.
 */
class GatewayFuzzTest {
  private static final Set<RejectReason> OF_THE_GATEWAY =
      EnumSet.of(
          RejectReason.TRUNCATED,
          RejectReason.OVERSIZED,
          RejectReason.WRONG_SCHEMA,
          RejectReason.WRONG_SCHEMA_VERSION,
          RejectReason.UNKNOWN_TEMPLATE,
          RejectReason.NOT_LOGGED_ON,
          RejectReason.ALREADY_LOGGED_ON,
          RejectReason.WRONG_KEY,
          RejectReason.BAD_RESPONSE_CHANNEL,
          RejectReason.OPERATORS_ONLY);

  @Test
  void hostileMessagesAreRefusedAndChangeNothing() {
    GatewayFuzzResult result = new GatewayFuzz(1, 10_000, sent -> {}).run();
    assertTrue(result.isClean(), () -> String.join("\n", result.text()));
    assertTrue(result.refused().keySet().containsAll(OF_THE_GATEWAY), result.refused().toString());
    long refused = result.refused().values().stream().mapToLong(Long::longValue).sum();
    assertEquals(result.sent(), refused + result.accepted() + result.heard(), "all are counted");
    assertTrue(result.refused().size() > 25, "reasons: " + result.refused());
    assertTrue(result.accepted() > 150, "carried out: " + result.accepted());
  }

  @Property(tries = 3)
  void norDoThoseOfAnySeed(@ForAll long seed) {
    GatewayFuzzResult result = new GatewayFuzz(seed, 1_000, sent -> {}).run();
    assertTrue(result.isClean(), () -> String.join("\n", result.text()));
  }
}
