package io.lockstep.host.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.replay.FillComparison.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One fault in an otherwise equal run of fills is named, and counts once. */
class FillComparisonTest {
  /** Lines 3 to 6 of the fills file; line 2 is a fill of the opening auction. */
  private static final List<Fill> FILLS =
      List.of(
          new Fill(5, 21, 11, 5480, 100),
          new Fill(5, 21, 12, 5490, 200),
          new Fill(7, 13, 22, 5470, 300),
          new Fill(9, 23, 14, 5490, 400));

  @TempDir Path folder;
  private FillComparison comparison;

  @BeforeEach
  void expectTheFills() throws IOException {
    List<String> rows = new ArrayList<>(List.of("1,OAX,1,2,5480,50"));
    for (Fill fill : FILLS) {
      rows.add(
          fill.inboundIndex()
              + ",C,"
              + fill.buyId()
              + ","
              + fill.sellId()
              + ","
              + fill.priceMilliCny()
              + ","
              + fill.quantity());
    }
    List<String> inbound =
        List.of("0,t,OA,N,1,B,5480,50", "1,t,OA,N,2,S,5480,50", "2,t,C,N,3,B,5480,50");
    comparison = new FillComparison(new ReplayPlan(Days.of(folder, inbound, rows)));
  }

  @Test
  void findsNothingWhereAllAgree() {
    feed(FILLS);

    assertEquals(4, comparison.compared());
    assertEquals(4, comparison.equal());
    assertEquals(0, comparison.differences());
    assertTrue(comparison.first().isEmpty());
  }

  @Test
  void namesAnAlteredFill() {
    Fill altered = new Fill(5, 21, 12, 5490, 199);
    feed(List.of(FILLS.get(0), altered, FILLS.get(2), FILLS.get(3)));

    assertOneDifference(new Difference(2, 4, FILLS.get(1), altered), 3);
    assertEquals("fill 2, line 4 of the fills file", comparison.first().orElseThrow().place());
  }

  @Test
  void namesAFillThatAnotherCommandCaused() {
    Fill later = new Fill(8, 13, 22, 5470, 300);
    feed(List.of(FILLS.get(0), FILLS.get(1), later, FILLS.get(3)));

    assertOneDifference(new Difference(3, 5, FILLS.get(2), later), 3);
  }

  @Test
  void namesAMissingFillAndGoesOn() {
    feed(List.of(FILLS.get(0), FILLS.get(1), FILLS.get(3)));

    assertOneDifference(new Difference(3, 5, FILLS.get(2), null), 3);
  }

  @Test
  void namesAFillTooMany() {
    Fill extra = new Fill(6, 31, 32, 5480, 1);
    feed(List.of(FILLS.get(0), FILLS.get(1), extra, FILLS.get(2), FILLS.get(3)));

    assertOneDifference(new Difference(3, 5, null, extra), 4);
    assertEquals(
        "before fill 3, line 5 of the fills file", comparison.first().orElseThrow().place());
  }

  @Test
  void namesAFillBehindTheLast() {
    Fill extra = new Fill(9, 23, 15, 5490, 1);
    List<Fill> fills = new ArrayList<>(FILLS);
    fills.add(extra);
    feed(fills);

    assertOneDifference(new Difference(5, 0, null, extra), 4);
  }

  @Test
  void missesWhatNeverCame() {
    feed(FILLS.subList(0, 1));

    assertEquals(3, comparison.differences());
    Difference first = comparison.first().orElseThrow();
    assertEquals(2, first.number());
    assertNull(first.got());
  }

  @Test
  void countsEveryDifferenceAndKeepsTheFirst() {
    Fill wrongPrice = new Fill(5, 21, 11, 5470, 100);
    Fill wrongMaker = new Fill(9, 23, 15, 5490, 400);
    feed(List.of(wrongPrice, FILLS.get(1), FILLS.get(2), wrongMaker));

    assertEquals(2, comparison.differences());
    assertEquals(2, comparison.equal());
    assertEquals(wrongPrice, comparison.first().orElseThrow().got());
  }

  private void feed(List<Fill> fills) {
    fills.forEach(comparison::onFill);
    comparison.finish();
  }

  private void assertOneDifference(Difference difference, int equal) {
    assertEquals(1, comparison.differences());
    assertEquals(equal, comparison.equal());
    assertEquals(difference, comparison.first().orElseThrow());
  }
}
