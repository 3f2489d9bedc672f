package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestDefinitions.audit;
import static io.lockstep.sim.model.TestMargin.commit;
import static io.lockstep.sim.model.TestMargin.curve;
import static io.lockstep.sim.model.TestMargin.instrument;
import static io.lockstep.sim.model.TestMargin.stage;
import static io.lockstep.sim.model.TestMargin.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.RejectReason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arrays, curves and commits: what is staged, and when it counts. */
abstract class ParameterRules extends MarginRules {
  private static final int INSTRUMENTS = 1;
  private static final int LARGEST_LANE = (1 << 27) - 1;

  private int parts() {
    return card.description().scenarios() / 8;
  }

  private String terms(int instrument) {
    return card.send(audit(INSTRUMENTS)).get(2 * instrument + 1).replaceAll(".*limit \\d+ ", "");
  }

  // ---- stage array

  @Test
  void whatIsStagedCountsFromTheCommitOn() {
    hold(0, 1);
    stageAll(0, 90, -70, 70);
    stageAll(1, 100, -50, 50);
    assertMargin(50, 25);
    assertEquals("mark 100", terms(0));
    commitNext(0);
    assertEquals("mark 90", terms(0));
    sweepAll();
    assertMargin(70, 35);
  }

  @Test
  void theMarkOfThePartStagedLastCounts() {
    stageAll(0, 90, -50, 50);
    stageAll(1, 100, -50, 50);
    accepts(stage(0, 0, 91, 0, -50, 50));
    commitNext(0);
    assertEquals("mark 91", terms(0));
  }

  @Test
  void refusesToStageAnArrayThatDoesNotFit() {
    refuses(stage(0, parts(), 100, 0), RejectReason.UNSUPPORTED_FIELD);
    refuses(stage(0, 255, 100, 0), RejectReason.UNSUPPORTED_FIELD);
    refuses(stage(9, 0, 100, 0), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(stage(65_535, 0, 100, 0), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(stage(0, 0, 1_001, 0), RejectReason.PRICE_BEYOND_LIMIT);
    refuses(stage(0, 0, -1_001, 0), RejectReason.PRICE_BEYOND_LIMIT);
    refuses(stage(0, 0, Integer.MIN_VALUE, 0), RejectReason.PRICE_BEYOND_LIMIT);
    refuses(stage(0, 0, 100, 0, LARGEST_LANE + 1), RejectReason.MARGIN_BOUND);
    refuses(stage(0, 0, 100, 0, 0, 0, 0, 0, 0, 0, 0, -LARGEST_LANE - 1), RejectReason.MARGIN_BOUND);
    refuses(stage(0, 0, 100, 0, Integer.MIN_VALUE), RejectReason.MARGIN_BOUND);
    refuses(stage(0, 0, 100, LARGEST_LANE + 1), RejectReason.MARGIN_BOUND);
    refuses(stage(0, 0, 100, -1), RejectReason.MARGIN_BOUND);
    accepts(stage(0, 0, -1_000, LARGEST_LANE, LARGEST_LANE, -LARGEST_LANE));
    accepts(stage(0, parts() - 1, 1_000, 0));
  }

  @Test
  void aLotTimesThePositionLimitMayNotPassTheBound() {
    long most = (1 << 28) - 1;
    int largest = 1 << 21;
    TestCommand wide = instrument(3, 0);
    with(wide).positionLimit(most);
    accepts(wide);
    accepts(stage(3, 0, 100, largest, largest, -largest));
    refuses(stage(3, 0, 100, largest + 1), RejectReason.MARGIN_BOUND);
    refuses(stage(3, 0, 100, 0, largest + 1), RejectReason.MARGIN_BOUND);
    refuses(stage(3, 0, 100, 0, -largest - 1), RejectReason.MARGIN_BOUND);
    accepts(curve(3, largest));
    refuses(curve(3, largest + 1), RejectReason.MARGIN_BOUND);
  }

  // ---- set size curve

  @Test
  void refusesACurveThatIsNone() {
    long[] none = {0, 0, 0};
    refuses(curve(9, 1), RejectReason.UNKNOWN_INSTRUMENT);
    refuses(curve(0, none, LARGEST_LANE + 1, 0, 0, 0), RejectReason.MARGIN_BOUND);
    refuses(curve(0, none, 0, LARGEST_LANE + 1, 0, 0), RejectReason.MARGIN_BOUND);
    refuses(curve(0, none, 0, 0, LARGEST_LANE + 1, 0), RejectReason.MARGIN_BOUND);
    refuses(curve(0, none, 0, 0, 0, 0xFFFF_FFFFL), RejectReason.MARGIN_BOUND);
    refuses(curve(0, new long[] {3, 2, 5}, 1, 1, 1, 1), RejectReason.CURVE_INVALID);
    refuses(curve(0, new long[] {1, 6, 5}, 1, 1, 1, 1), RejectReason.CURVE_INVALID);
    refuses(curve(0, new long[] {1, 2, 1 << 28}, 1, 1, 1, 1), RejectReason.CURVE_INVALID);
    accepts(curve(0, new long[] {2, 2, (1 << 28) - 1}, 1, 1, 1, LARGEST_LANE));
  }

  @Test
  void aSlopeMayFall() {
    stageAll(0, 100, 0, curve(0, new long[] {1, 2, 3}, 9, 7, 5, 0), 0);
    stageAll(1, 100, 0);
    commitNext(0);
    hold(0, 5);
    assertMargin(21, 21);
  }

  // ---- commit group

  @Test
  void eachPartAndTheCurveOfEachInstrumentMustBeStaged() {
    long next = epoch(0) + 1;
    refuses(commit(0, ONE, HALF, next), RejectReason.NOT_STAGED);
    stageAll(0, 100, -50, 50);
    refuses(commit(0, ONE, HALF, next), RejectReason.NOT_STAGED);
    accepts(curve(1, 0));
    for (int part = 0; part < parts(); part++) {
      refuses(commit(0, ONE, HALF, next), RejectReason.NOT_STAGED);
      accepts(stage(1, part, 100, 0));
      accepts(stage(1, part, 100, 0));
    }
    commitNext(0);
    sweepAll();
    refuses(commit(0, ONE, HALF, next + 1), RejectReason.NOT_STAGED);
  }

  @Test
  void theLastInstrumentOfTheCardMustBeStagedToo() {
    int last = instruments() - 1;
    accepts(instrument(last, 2));
    refuses(commit(2, ONE, HALF, 1), RejectReason.NOT_STAGED);
    stageAll(last, 100, -50, 50);
    takes(commit(2, ONE, HALF, 1));
  }

  @Test
  void aCurveMustBeStagedAnew() {
    for (int part = 0; part < parts(); part++) {
      accepts(stage(0, part, 100, 0));
      accepts(stage(1, part, 100, 0));
    }
    accepts(curve(1, 0));
    refuses(commit(0, ONE, HALF, epoch(0) + 1), RejectReason.NOT_STAGED);
    accepts(curve(0, 0));
    commitNext(0);
  }

  @Test
  void aGroupWithoutInstrumentsMayCommit() {
    assertEquals(List.of("committed 5 epoch 1, 0 stale"), card.send(commit(5, 512, 512, 1)));
    assertEquals(List.of("committed 5 epoch 2, 0 stale"), card.send(commit(5, 0, 0, 2)));
  }

  @Test
  void refusesACommitThatIsNotTheNext() {
    stageAll(0, 100, -50, 50);
    stageAll(1, 100, -50, 50);
    long next = epoch(0) + 1;
    int groups = card.description().groups();
    refuses(commit(groups, ONE, HALF, next), RejectReason.GROUP_OUT_OF_RANGE);
    refuses(commit(65_535, ONE, HALF, next), RejectReason.GROUP_OUT_OF_RANGE);
    refuses(commit(0, ONE, ONE + 1, next), RejectReason.FACTOR_INVALID);
    refuses(commit(0, 513, HALF, next), RejectReason.FACTOR_INVALID);
    refuses(commit(0, ONE, HALF, next - 1), RejectReason.WRONG_EPOCH);
    refuses(commit(0, ONE, HALF, next + 1), RejectReason.WRONG_EPOCH);
    refuses(commit(0, ONE, HALF, next + (1L << 31)), RejectReason.WRONG_EPOCH);
    commitNext(0, 512, 512);
  }

  @Test
  void theFactorsAreThoseOfTheEpoch() {
    hold(0, 1);
    stageAll(0, 100, -50, 50);
    stageAll(1, 100, -50, 50);
    commitNext(0, 512, 512);
    assertMargin(50, 25);
    sweepAll();
    assertMargin(100, 100);
  }
}
