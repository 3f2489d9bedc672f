package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * {@link BruteForce} on random small books: {@code ./lockstep test --books N --seed S} tries N of
 * them, from the seed S on, in place of the few of the usual run.
 */
class BruteForceTest {
  private static final int BOOKS = Integer.getInteger("lockstep.margin.books", 2_000);
  private static final long SEED = Long.getLong("lockstep.margin.seed", 1);
  private static final int BETWEEN_PROGRESS = 10_000;

  @Test
  void theRequirementIsThatOfTheWorstFillsAndNoFillLowersFree() {
    long refused = 0;
    for (long book = 0; book < BOOKS; book++) {
      long seed = SEED + book;
      Capacities capacities = seed % 2 == 0 ? TestCapacities.MARGIN_16 : TestCapacities.MARGIN_32;
      try (CardUnderTest card = new CardUnderTest(new ModelCard(capacities))) {
        refused += BruteForce.check(card::send, seed, capacities.scenarios());
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("./lockstep test --books 1 --seed " + seed + ": " + e, e);
      }
      if ((book + 1) % BETWEEN_PROGRESS == 0) {
        System.out.printf("%,d of %,d books, %,d orders refused%n", book + 1, BOOKS, refused);
      }
    }
    assertTrue(refused > 0 || BOOKS < 100, "the gate refused nothing");
  }
}
