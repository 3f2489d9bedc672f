package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestMargin.ALL_LINES;
import static io.lockstep.sim.model.TestMargin.adjust;
import static io.lockstep.sim.model.TestMargin.commit;
import static io.lockstep.sim.model.TestMargin.curve;
import static io.lockstep.sim.model.TestMargin.instrument;
import static io.lockstep.sim.model.TestMargin.openPortfolio;
import static io.lockstep.sim.model.TestMargin.openPosition;
import static io.lockstep.sim.model.TestMargin.stage;
import static io.lockstep.sim.model.TestMargin.sweep;
import static io.lockstep.sim.model.TestMargin.transfer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.driver.MarginWriter;
import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditPortfolioDecoder;
import io.lockstep.schema.card.MarginStatus;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Rules of docs/card.md, Margin, one a test, against whichever card a subclass opens. Unless a
 * subclass says otherwise the card is loaded; instruments 0 and 1 are of group 0 and instrument 2
 * of group 1, as {@link TestMargin#instrument} defines them. Each has the mark 100 and loses 50 a
 * lot when it falls (even scenarios), and as much when it rises and one is short (odd ones);
 * nothing else is charged, IMf is 1 and MMf a half. Accounts 1 to 4 have a portfolio of both
 * groups, positions in all three instruments, and a cash of 1,000.
 */
abstract class MarginRules extends CardRules {
  static final int ONE = 256;
  static final int HALF = 128;
  static final int CASH = 1_000;
  static final int TRADERS = 4;

  private final long[] epochs = new long[2];

  /** What an audit tells of an account, summed over its portfolios. */
  record Figures(
      long cash, long value, long reserve, long initial, long maintenance, MarginStatus status) {
    long free() {
      return cash + value - reserve - initial;
    }
  }

  /** A card after a reset, with at least 10 groups and 160 portfolios. */
  @Override
  abstract Card open();

  @Override
  void prepare() {
    card.loaded();
    openMarket();
  }

  final void openMarket() {
    for (int account = 1; account <= TRADERS; account++) {
      accepts(openPortfolio(account, 0));
      accepts(openPortfolio(account, 1));
      accepts(adjust(account, CASH));
    }
    list(0, 0);
    list(1, 0);
    list(2, 1);
    stageAll(0, 100, -50, 50);
    stageAll(1, 100, -50, 50);
    stageAll(2, 100, -50, 50);
    commitNext(0);
    commitNext(1);
    sweepAll();
  }

  private void list(int number, int group) {
    accepts(instrument(number, group));
    for (int account = 1; account <= TRADERS; account++) {
      accepts(openPosition(account, number, group));
    }
  }

  // ---- parameters

  /** Stages an instrument in full: its lanes in turn, no short-option minimum, no size add-on. */
  final void stageAll(int instrument, int mark, int... lanes) {
    stageAll(instrument, mark, 0, curve(instrument, 0), lanes);
  }

  final void stageAll(
      int instrument, int mark, long shortMinimum, TestCommand curve, int... lanes) {
    int scenarios = card.description().scenarios();
    for (int part = 0; part < scenarios / MarginWriter.LANES_A_PART; part++) {
      accepts(stage(instrument, part, mark, shortMinimum, repeated(lanes)));
    }
    accepts(curve);
  }

  private static int[] repeated(int... lanes) {
    int[] part = new int[MarginWriter.LANES_A_PART];
    for (int lane = 0; lane < part.length; lane++) {
      part[lane] = lanes[lane % lanes.length];
    }
    return part;
  }

  /** Commits the next epoch of a group, with IMf 1 and MMf a half. */
  final void commitNext(int group) {
    commitNext(group, ONE, HALF);
  }

  final void commitNext(int group, int initialFactor, int maintenanceFactor) {
    epochs[group]++;
    List<String> events = card.send(commit(group, initialFactor, maintenanceFactor, epochs[group]));
    assertTrue(events.get(0).startsWith("committed"), events::toString);
  }

  final long epoch(int group) {
    return epochs[group];
  }

  final void sweepAll() {
    List<String> events = card.send(sweep(0, card.description().portfolios()));
    assertTrue(events.get(events.size() - 1).startsWith("swept"), events::toString);
  }

  /** Stages group 0 anew, instrument 0 at another mark, and commits it. Nothing is re-valued. */
  final void mark(int mark) {
    stageAll(0, mark, -50, 50);
    stageAll(1, 100, -50, 50);
    commitNext(0);
  }

  // ---- positions and money

  /** Account 1 holds so many lots of an instrument more, bought at the mark of account 4. */
  final void hold(int instrument, int lots) {
    takes(
        lots > 0 ? transfer(instrument, 4, 1, 100, lots) : transfer(instrument, 1, 4, 100, -lots));
  }

  /** Makes the free equity of account 1 what is said. */
  final void free(long free) {
    takes(adjust(1, free - figures(1).free()).bySystem());
  }

  // ---- what is seen

  final Figures figures(int account) {
    long value = 0;
    AuditAccountDecoder of = new AuditAccountDecoder();
    Figures found = null;
    for (UnsafeBuffer line : card.send(TestDefinitions.audit(ALL_LINES).bytes)) {
      int template = line.getShort(0);
      if (template == AuditPortfolioDecoder.TEMPLATE_ID) {
        AuditPortfolioDecoder portfolio = new AuditPortfolioDecoder().wrap(line, 0, 64, 1);
        value += portfolio.account() == account ? portfolio.value() : 0;
      } else if (template == AuditAccountDecoder.TEMPLATE_ID
          && of.wrap(line, 0, 64, 1).account() == account) {
        found =
            new Figures(
                of.cash(),
                value,
                of.reserve(),
                of.initialMargin(),
                of.maintenanceMargin(),
                of.status());
      }
    }
    return found;
  }

  final void assertMargin(long initial, long maintenance) {
    assertEquals(List.of(initial, maintenance), List.of(initial(), figures(1).maintenance()));
  }

  final long initial() {
    return figures(1).initial();
  }

  /** The command is taken, whatever else it tells. */
  final void takes(TestCommand command) {
    List<String> events = card.send(command);
    assertTrue(!events.get(0).startsWith("rejected"), events::toString);
  }
}
