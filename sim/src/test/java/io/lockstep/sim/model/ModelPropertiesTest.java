package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What is true of the model whatever it is sent: random and hostile commands, drawn from a seed
 * that jqwik draws and prints. {@link PlainBook} does the checking; {@link CardUnderTest} checks
 * that each command ends with exactly one {@code last}.
 */
class ModelPropertiesTest {
  private static final int COMMANDS = 2_000;

  /**
   * Quantity is conserved; best price first, first come first served within a level; no trade
   * beyond limit or band; never crossed.
   */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void matchesLikeAPlainBook(@ForAll long seed) {
    PlainBook book = new PlainBook();
    try (CardUnderTest card = new CardUnderTest(new ModelCard(TestCapacities.TINY))) {
      for (UnsafeBuffer command : FuzzedCommands.of(seed, COMMANDS, TestCapacities.TINY)) {
        book.check(command, card.send(command));
      }
      book.checkAudit(card.send(TestDefinitions.audit().bytes));
    }
    assertTrue(book.trades() > 0, "the run traded");
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void aRefusedCommandChangesNothing(@ForAll long seed) {
    int refused = 0;
    try (CardUnderTest card = new CardUnderTest(new ModelCard(TestCapacities.TINY))) {
      long before = card.stateHash();
      for (UnsafeBuffer command : FuzzedCommands.of(seed, COMMANDS, TestCapacities.TINY)) {
        List<UnsafeBuffer> answer = card.send(command);
        long after = card.stateHash();
        if (isRefusal(answer.get(0))) {
          assertEquals(1, answer.size(), "events of a refusal");
          assertEquals(before, after, "state hash");
          refused++;
        }
        before = after;
      }
    }
    assertTrue(refused > COMMANDS / 50, "enough commands were refused: " + refused);
  }

  private static boolean isRefusal(UnsafeBuffer event) {
    int template = new EventHeaderDecoder().wrap(event, 0).templateId();
    return template == RejectedDecoder.TEMPLATE_ID;
  }
}
