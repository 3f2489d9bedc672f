package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import io.lockstep.sim.fuzz.ParameterCommands.Array;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * New parameters for a group, as a host sends them: its stale portfolios are swept in chunks, each
 * instrument is staged in full, and the group is committed.
 */
final class MarginScript {
  private static final int LONGEST_CHUNK = 64;
  private static final int NOTHING = -1;
  private static final int LEFT_OUT_ONE_IN = 12;

  private final Dice dice;
  private final Knowledge knowledge;
  private final ParameterCommands parameters;
  private final MutableDirectBuffer command = new ExpandableArrayBuffer(Card.MESSAGE_BYTES);

  MarginScript(Dice dice, Knowledge knowledge, ParameterCommands parameters) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.parameters = parameters;
  }

  /** Sweeps, stages and commits; now and then something is left out, so that the commit fails. */
  void write(Script script, int group) {
    if (knowledge.margin.portfolios.hasStale(group)) {
      sweep(script);
    }
    int staged = (knowledge.margin.terms.parts + 1) * knowledge.margin.groups.size(group);
    stage(script, group, dice.oneIn(LEFT_OUT_ONE_IN) ? dice.below(staged + 1) : NOTHING);
    parameters.commit(command, group);
    script.add(command);
  }

  /** Stages a group and commits it at the epoch that is next. */
  void stageAndCommit(Script script, int group) {
    stage(script, group, NOTHING);
    parameters.commit(command, group);
    script.add(command);
  }

  /** Stages a group and commits it at an epoch, which only a loading card takes. */
  void stageAndCommit(Script script, int group, long epoch) {
    stage(script, group, NOTHING);
    parameters.commit(command, group, epoch, ParameterCommands.LARGEST_FACTOR, 256);
    script.add(command);
  }

  private void stage(Script script, int group, int leftOut) {
    int left = leftOut;
    int[] shocks = parameters.anyShocks();
    for (int instrument : knowledge.margin.groups.members(group)) {
      left = stage(script, parameters.anyArray(instrument, shocks), left);
    }
  }

  private void sweep(Script script) {
    int portfolios = knowledge.card.portfolios();
    for (long from = 0; from < portfolios; ) {
      long count = Math.min(portfolios - from, dice.between(1, LONGEST_CHUNK));
      parameters.sweep(command, from, count);
      script.add(command);
      from += count;
    }
  }

  /** Stages an instrument, the curve before or after its parts. */
  private int stage(Script script, Array array, int leftOut) {
    int left = leftOut;
    int parts = knowledge.margin.terms.parts;
    boolean curveFirst = dice.oneIn(2);
    for (int i = 0; i <= parts; i++) {
      int part = curveFirst ? i - 1 : i;
      if (part < 0 || part == parts) {
        parameters.curve(command, array.instrument());
      } else {
        parameters.stage(command, array, part);
      }
      if (left-- != 0) {
        script.add(command);
      }
    }
    return left;
  }
}
