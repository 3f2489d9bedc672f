package io.lockstep.bench.cycles;

import io.lockstep.bench.flow.MixedFlow;
import io.lockstep.bench.margin.MarginSetUp;
import java.util.Collections;
import java.util.Iterator;
import org.agrona.DirectBuffer;

/**
 * A flow in which marks move once, and what the host sends then: all arrays staged and committed,
 * the reserve of each live order computed anew, and after each 16th command of the flow a sweep of
 * 16 portfolios, until all are re-valued.
 */
final class MarkMove implements Iterator<DirectBuffer> {
  private static final int COMMANDS_A_SWEEP = 16;
  private static final int PORTFOLIOS_A_SWEEP = 16;

  private final Iterator<DirectBuffer> commands;
  private final MixedFlow flow;
  private final MarginSetUp move;
  private final int portfolios;
  private Iterator<DirectBuffer> due = Collections.emptyIterator();
  private long untilMove;
  private long untilSweep;
  private int swept;

  /**
   * @param commands of the flow.
   * @param before commands of the flow before the marks move.
   * @param move stages and commits.
   * @param portfolios in the slots from 0 on.
   */
  MarkMove(
      Iterator<DirectBuffer> commands,
      MixedFlow flow,
      long before,
      MarginSetUp move,
      int portfolios) {
    this.commands = commands;
    this.flow = flow;
    this.move = move;
    this.portfolios = portfolios;
    this.untilMove = before;
    this.untilSweep = before + COMMANDS_A_SWEEP;
  }

  @Override
  public boolean hasNext() {
    return due.hasNext() || commands.hasNext() || swept < portfolios;
  }

  @Override
  public DirectBuffer next() {
    if (!due.hasNext()) {
      due = nextDue();
    }
    if (due.hasNext()) {
      return due.next();
    }
    untilMove--;
    untilSweep--;
    return commands.next();
  }

  private Iterator<DirectBuffer> nextDue() {
    if (untilMove == 0) {
      untilMove = -1;
      flow.forEachLive(move::reserve);
      return move.iterator();
    }
    if (swept < portfolios && (untilSweep == 0 || !commands.hasNext())) {
      untilSweep = COMMANDS_A_SWEEP;
      MarginSetUp sweep = new MarginSetUp(0);
      int count = Math.min(PORTFOLIOS_A_SWEEP, portfolios - swept);
      sweep.sweep(swept, count);
      swept += count;
      return sweep.iterator();
    }
    return Collections.emptyIterator();
  }
}
