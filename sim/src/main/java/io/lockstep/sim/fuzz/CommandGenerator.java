package io.lockstep.sim.fuzz;

import org.agrona.MutableDirectBuffer;

/** The stream of commands of one run: each is drawn from the seed and from what is known so far. */
final class CommandGenerator {
  private static final int NONE = -1;
  private static final int ALL_LINES = 3;
  private static final int MOST_ACTIVE = 6;
  private static final int SET_LATE = 8;

  private final Dice dice;
  private final Knowledge knowledge;
  private final KnownInstruments instruments;
  private final KnownOrders orders;
  private final PhasePlan plan;
  private final ValidCommands valid;
  private final HostileCommands hostile;
  private final int auditEvery;
  private final int setAtStart;
  private final int[] active = new int[MOST_ACTIVE];
  private int activeCount;
  private int draining;
  private int drained = NONE;

  CommandGenerator(FuzzSettings settings, Dice dice, Knowledge knowledge) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.instruments = knowledge.instruments;
    this.orders = knowledge.orders;
    this.auditEvery = settings.auditEvery();
    this.plan = new PhasePlan(dice, knowledge, settings.commands());
    this.valid = new ValidCommands(dice, knowledge);
    this.hostile = new HostileCommands(dice, knowledge, valid);
    // The others stay unknown until a chance sets them.
    this.setAtStart = instruments.count - instruments.count / SET_LATE;
  }

  /** Told when all commands so far are answered, before the next ones are drawn. */
  void onSettled() {
    drained = NONE;
  }

  /** Writes the next command. */
  void next(MutableDirectBuffer command) {
    long number = knowledge.sent();
    if (number < setAtStart) {
      valid.setInstrument(command, (int) number);
    } else if (number % auditEvery == auditEvery - 1) {
      valid.audit(command, ALL_LINES);
    } else {
      if (plan.advance() || activeCount == 0) {
        chooseActive();
      }
      ofPhase(command, plan.phase());
    }
  }

  private void chooseActive() {
    boolean all = plan.phase() == Phase.FILL || plan.phase() == Phase.EMPTY;
    activeCount = all ? 0 : (int) dice.between(1, MOST_ACTIVE);
    for (int i = 0; i < activeCount; i++) {
      int instrument = anyKnown();
      active[i] = instrument;
      long reach = plan.phase().widthTicks;
      instruments.moveMiddle(
          instrument, instruments.middle(instrument) + dice.between(-reach, reach));
    }
    draining = activeCount == 0 ? anyKnown() : active[0];
  }

  private int anyInUse() {
    return activeCount == 0 ? anyKnown() : active[dice.below(activeCount)];
  }

  /** An instrument that is believed set; the first one where chance finds none. */
  private int anyKnown() {
    for (int i = 0; i < 64; i++) {
      int instrument = dice.below(instruments.count);
      if (instruments.isKnown(instrument)) {
        return instrument;
      }
    }
    return 0;
  }

  private void ofPhase(MutableDirectBuffer command, Phase phase) {
    int choice = dice.below(100) - phase.orders;
    if (choice < 0) {
      valid.order(command, anyInUse(), phase);
    } else if ((choice -= phase.cancels) < 0) {
      cancel(command, phase);
    } else if ((choice -= phase.hostile) < 0) {
      hostile.any(command, anyInUse(), phase);
    } else if (choice - phase.bands < 0) {
      valid.setBand(command, anyInUse());
    } else {
      setting(command);
    }
  }

  private void cancel(MutableDirectBuffer command, Phase phase) {
    if (phase == Phase.DRAIN) {
      drain(command);
      return;
    }
    int slot = orders.anyLive(dice);
    if (slot == NONE) {
      valid.order(command, anyInUse(), phase);
    } else {
      valid.cancel(command, slot);
    }
  }

  /** Cancels the orders of one instrument from the oldest on, then sets it anew. */
  private void drain(MutableDirectBuffer command) {
    drained = drained == NONE ? orders.oldest(draining) : orders.younger(drained);
    if (drained == NONE) {
      valid.setInstrument(command, draining);
      draining = anyInUse();
    } else {
      valid.cancel(command, drained);
    }
  }

  private void setting(MutableDirectBuffer command) {
    switch (dice.below(6)) {
      case 0 -> valid.audit(command, dice.below(2));
      case 1 -> valid.barrier(command);
      default -> {
        int instrument = dice.below(instruments.count);
        if (orders.liveCount(instrument) == 0) {
          valid.setInstrument(command, instrument);
        } else {
          valid.barrier(command);
        }
      }
    }
  }
}
