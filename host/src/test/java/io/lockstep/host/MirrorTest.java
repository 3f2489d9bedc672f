package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.client.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine's own orders are those of the card: what a cancel of all reports, from the engine's
 * tables, is what the card told of itself in an audit just before.
 */
class MirrorTest {
  private static final int REQUESTS = 1_500;

  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final AuditOrderDecoder order = new AuditOrderDecoder();

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void hasEveryOrderAsTheCardHasIt(long seed) {
    try (TestAppliance appliance =
        new TestAppliance(TestAppliance.settings().heartbeatIntervalMs(60_000))) {
      TestClient alice = appliance.alice();
      TestClient bob = appliance.bob();
      TestClient carol = appliance.carol();
      new RandomFlow(seed, appliance, alice, bob, carol).run(REQUESTS);
      carol.phase(Phase.CONTINUOUS);
      List<String> audited = audited(appliance);
      alice.heard();
      bob.heard();
      carol.heard();
      carol.massCancel();
      carol.send();

      List<String> cancelled = new ArrayList<>(alice.heard());
      cancelled.addAll(bob.heard());
      cancelled.replaceAll(line -> line.replaceFirst("^CANCELLED [0-9]+ ", ""));
      cancelled.removeIf(line -> !line.endsWith("MASS_CANCEL"));
      assertEquals(audited.stream().sorted().toList(), cancelled.stream().sorted().toList());
      assertTrue(audited.size() > 10, "seed " + seed + " leaves orders");
      assertEquals(0, appliance.appliance.liveOrders());
      assertEquals(List.of(), audited(appliance));
    }
  }

  private List<String> audited(TestAppliance appliance) {
    List<String> lines = new ArrayList<>();
    appliance.audit(
        (event, offset) -> {
          if (header.wrap(event, offset).templateId() == AuditOrderDecoder.TEMPLATE_ID) {
            order.wrap(
                event, offset, AuditOrderDecoder.BLOCK_LENGTH, AuditOrderDecoder.SCHEMA_VERSION);
            long price = order.price() * TestVenue.TICK;
            long open = order.total() - order.filled();
            lines.add(order.side() + " " + open + " at " + price + " MASS_CANCEL");
          }
        });
    return lines;
  }
}
