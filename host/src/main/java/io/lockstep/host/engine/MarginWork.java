package io.lockstep.host.engine;

import io.lockstep.host.margin.Banks;
import io.lockstep.host.margin.MarginContract;
import io.lockstep.host.margin.Portfolios;
import io.lockstep.host.margin.RiskGroup;
import io.lockstep.host.margin.RiskGroups;
import io.lockstep.host.margin.RiskParameters;
import io.lockstep.host.margin.Sweep;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.GroupCommittedDecoder;
import io.lockstep.schema.card.SetSizeCurveDecoder;
import io.lockstep.schema.card.StageArrayDecoder;
import io.lockstep.schema.card.SweepChunkDecoder;
import io.lockstep.schema.card.SweepDoneDecoder;
import io.lockstep.schema.client.TickDecoder;

/**
 * What margin makes of log messages beside what they ask for: groups whose marks moved are staged
 * and committed, and then swept, a chunk for 16 messages and one a tick. What moves meanwhile waits
 * for the sweep's end, so that the newest marks are staged next. The commands follow those of the
 * message itself, one at a time, since they may be more than fit in flight. One thread.
 */
final class MarginWork {
  private final RiskGroups groups;
  private final Portfolios portfolios;
  private final Sweep sweep;
  private final Banks banks;
  private final RiskParameters parameters;
  private final Commands commands;
  private final ContingencyMoves contingencies;
  private final MarginReactions reactions;
  private final CommandKind staging = new Staging();
  private final CommandKind curve = new Curve();
  private final CommandKind committing = new Committing();
  private final CommandKind sweeping = new Sweeping();

  /** Of what is being staged; {@link RiskGroups#NONE}: nothing is. */
  private int group = RiskGroups.NONE;

  private int instrument;

  /** Of the instrument's commands the next one: the parts of its array, then its curve. */
  private int part;

  private boolean chunkIsDue;

  MarginWork(
      LogState state,
      RiskParameters parameters,
      Commands commands,
      ContingencyMoves contingencies,
      MarginReactions reactions) {
    groups = state.groups();
    portfolios = state.portfolios();
    sweep = state.sweep();
    banks = state.banks();
    this.parameters = parameters;
    this.commands = commands;
    this.contingencies = contingencies;
    this.reactions = reactions;
  }

  // ------------------------------------------------------------------ stage A

  /** Finds out what follows from a message that was admitted; false: nothing. */
  boolean begin(LogMessage message) {
    if (!groups.isMargined()) {
      return false;
    }
    chunkIsDue = sweep.count(message.templateId() == TickDecoder.TEMPLATE_ID);
    if (!chunkIsDue && sweep.allowsStaging()) {
      beginGroup(groups.firstPending(0), message);
    }
    return chunkIsDue || group != RiskGroups.NONE;
  }

  /** Groups of which an array would not fit keep the marks that they have. */
  private void beginGroup(int pending, LogMessage message) {
    group = pending;
    while (group != RiskGroups.NONE && !fits(group, message)) {
      groups.drop(group);
      group = groups.firstPending(group + 1);
    }
    if (group != RiskGroups.NONE) {
      instrument = groups.firstFrom(0, group);
      part = 0;
    }
  }

  private boolean fits(int of, LogMessage message) {
    boolean fits = groups.firstFrom(0, of) != RiskGroups.NONE;
    for (int at = groups.firstFrom(0, of); at != RiskGroups.NONE && fits; ) {
      fits = parameters.compute(at, message.timeNs());
      at = groups.firstFrom(at + 1, of);
    }
    return fits;
  }

  /** Fills the request with the next command; false: there are no more. */
  boolean next(LogMessage message, Request request) {
    if (chunkIsDue) {
      chunkIsDue = false;
      request.begin(sweeping, message);
      int first = sweep.first();
      commands.margin(request).sweepChunk(first, sweep.takeChunk());
      return true;
    }
    if (group == RiskGroups.NONE) {
      return false;
    }
    if (instrument == RiskGroups.NONE) {
      commit(message, request);
    } else if (part < banks.parts()) {
      stage(message, request);
    } else {
      stageCurve(message, request);
    }
    return true;
  }

  private void stage(LogMessage message, Request request) {
    if (part == 0) {
      parameters.compute(instrument, message.timeNs());
      groups.tryMark(instrument, parameters.markTicks());
    }
    request.begin(staging, message);
    commands
        .margin(request)
        .stageArray(
            instrument,
            part++,
            parameters.markTicks(),
            groups.contract(instrument).shortOptionMinimum(),
            parameters.lanes());
  }

  private void stageCurve(LogMessage message, Request request) {
    MarginContract contract = groups.contract(instrument);
    request.begin(curve, message);
    contract.size().write(commands.margin(request).sizeCurve(instrument));
    instrument = groups.firstFrom(instrument + 1, group);
    part = 0;
  }

  private void commit(LogMessage message, Request request) {
    RiskGroup of = groups.group(group);
    request.begin(committing, message);
    commands
        .margin(request)
        .commitGroup(
            group,
            of.initialFactor(),
            of.maintenanceFactor(),
            Integer.toUnsignedLong(groups.stage(group)));
    sweep.start();
    beginGroup(groups.firstPending(group + 1), message);
  }

  // ------------------------------------------------------------------ stage B

  private final class Staging extends CommandKind {
    private final StageArrayDecoder command = new StageArrayDecoder();

    @Override
    boolean onDone(Request request, DoneDecoder done) {
      command.wrap(
          request.command, 0, StageArrayDecoder.BLOCK_LENGTH, StageArrayDecoder.SCHEMA_VERSION);
      banks.stage(command);
      return true;
    }
  }

  private final class Curve extends CommandKind {
    private final SetSizeCurveDecoder command = new SetSizeCurveDecoder();

    @Override
    boolean onDone(Request request, DoneDecoder done) {
      command.wrap(
          request.command, 0, SetSizeCurveDecoder.BLOCK_LENGTH, SetSizeCurveDecoder.SCHEMA_VERSION);
      banks.stageCurve(command.instrument());
      return true;
    }
  }

  private final class Committing extends CommandKind {
    @Override
    void onCommitted(Request request, GroupCommittedDecoder committed) {
      banks.commit(committed.group(), (int) committed.epoch());
      portfolios.commit(committed.group());
      contingencies.onMarks(committed.group());
      reactions.onMarks(committed.group());
    }
  }

  private final class Sweeping extends CommandKind {
    private final SweepChunkDecoder command = new SweepChunkDecoder();

    @Override
    void onSwept(Request request, SweepDoneDecoder swept) {
      command.wrap(
          request.command, 0, SweepChunkDecoder.BLOCK_LENGTH, SweepChunkDecoder.SCHEMA_VERSION);
      int first = (int) command.portfolio();
      int count = (int) command.count();
      portfolios.revalue(first, count);
      reactions.onSwept(first, count);
    }
  }
}
