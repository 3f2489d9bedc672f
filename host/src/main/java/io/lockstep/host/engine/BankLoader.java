package io.lockstep.host.engine;

import io.lockstep.driver.MarginWriter;
import io.lockstep.host.margin.Banks;
import io.lockstep.host.margin.MarginContract;
import io.lockstep.host.margin.Portfolios;
import io.lockstep.host.margin.RiskGroup;
import io.lockstep.host.margin.RiskGroups;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands that give a card both banks of each risk group: the older one, if a portfolio is
 * still of it, then the current one, then what was staged since and is not committed. Allocates.
 */
final class BankLoader {
  private final RiskGroups groups;
  private final Portfolios portfolios;
  private final Instruments instruments;
  private final Banks banks;
  private final MarginWriter writer;
  private final int[] lanes;
  private final List<Runnable> commands = new ArrayList<>();

  BankLoader(LogState state, MarginWriter writer) {
    groups = state.groups();
    portfolios = state.portfolios();
    instruments = state.instruments();
    banks = state.banks();
    this.writer = writer;
    lanes = new int[banks.scenarios()];
    for (int group = 0; group < groups.capacity(); group++) {
      int epoch = banks.epoch(group);
      if (portfolios.hasStale(group)) {
        commit(group, epoch - 1);
      }
      if (epoch != 0) {
        commit(group, epoch);
      }
      stage(group, epoch + 1, false);
    }
  }

  /** Commands there are. */
  int count() {
    return commands.size();
  }

  /** Writes one of them, from 0. */
  boolean write(int number) {
    commands.get(number).run();
    return true;
  }

  private void commit(int id, int epoch) {
    stage(id, epoch, true);
    RiskGroup group = groups.group(id);
    commands.add(
        () ->
            writer.commitGroup(
                id,
                group.initialFactor(),
                group.maintenanceFactor(),
                Integer.toUnsignedLong(epoch)));
  }

  /** Of the epoch to come only what was staged; of others everything. */
  private void stage(int group, int epoch, boolean all) {
    for (int at = groups.firstFrom(0, group);
        at != RiskGroups.NONE;
        at = groups.firstFrom(at + 1, group)) {
      if (instruments.onCard(at) != null) {
        stage(at, groups.contract(at), epoch, all);
      }
    }
  }

  private void stage(int instrument, MarginContract contract, int epoch, boolean all) {
    for (int part = 0; part < banks.parts(); part++) {
      int one = part;
      if (all || banks.isStaged(instrument, one)) {
        commands.add(() -> stagePart(instrument, contract, epoch, one));
      }
    }
    if (all || banks.isStaged(instrument, banks.parts())) {
      commands.add(() -> contract.size().write(writer.sizeCurve(instrument)));
    }
  }

  private void stagePart(int instrument, MarginContract contract, int epoch, int part) {
    banks.copyLanes(instrument, epoch, lanes);
    writer.stageArray(
        instrument, part, banks.markTicks(instrument, epoch), contract.shortOptionMinimum(), lanes);
  }
}
