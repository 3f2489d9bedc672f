package io.lockstep.sim.fuzz;

import io.lockstep.sim.fuzz.RoundPlan.Start;
import org.agrona.MutableDirectBuffer;

/** The stream of commands of one run: each is drawn from the seed and from what is known so far. */
final class CommandGenerator {
  /** What a round goes through, in this order. */
  private enum Stage {
    /** Definitions by script, or the state to be restored. */
    SET_UP,
    /** An audit tells whether what was restored is what was to be. */
    CHECK,
    /** More is loaded by chance, and what a loading card refuses. */
    LOAD,
    /** The card takes orders. */
    OPEN,
    /** An audit tells the state that the next round is to restore. */
    CLOSE,
    /** Nothing more until the card is reset. */
    OVER
  }

  private static final int INTERRUPTION_PERCENT = 12;
  private static final int INTERRUPTION_PERCENT_WITH_MARGIN = 55;

  private final Dice dice;
  private final Knowledge knowledge;
  private final int auditEvery;
  private final RoundPlan rounds;
  private final SettingCommands settings;
  private final HostileCommands hostile;
  private final Loading loading;
  private final OpenTrading trading;
  private final SetUpScript setUp;
  private final MarginSetUp marginSetUp;
  private final RestoreScript restore;
  private final Script script = new Script();
  private Stage stage = Stage.OVER;
  private long hashToRestore;
  private boolean restoredWrongly;
  private long restored;

  CommandGenerator(FuzzSettings fuzz, Dice dice, Knowledge knowledge) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.auditEvery = fuzz.auditEvery();
    CommandWriter writer = new CommandWriter(dice, knowledge);
    OrderCommands orders = new OrderCommands(dice, knowledge, writer);
    LoadCommands loads = new LoadCommands(dice, knowledge, writer);
    settings = new SettingCommands(dice, knowledge, writer);
    MarginInstruments definitions = new MarginInstruments(dice, knowledge, writer);
    ParameterCommands parameters = new ParameterCommands(dice, knowledge, writer);
    MoneyCommands money = new MoneyCommands(dice, knowledge, writer);
    HostileMargin margin =
        new HostileMargin(dice, knowledge, writer, money, parameters, definitions);
    hostile = new HostileCommands(dice, knowledge, writer, orders, settings, loads, margin);
    rounds = new RoundPlan(dice, knowledge, fuzz);
    PhasePlan phases = new PhasePlan(dice, knowledge, fuzz.commands());
    loading = new Loading(dice, knowledge, settings, loads, money, hostile);
    MarginTrading marginTrading =
        new MarginTrading(dice, knowledge, orders, money, parameters, definitions);
    trading = new OpenTrading(dice, knowledge, phases, orders, settings, hostile, marginTrading);
    marginSetUp = new MarginSetUp(dice, knowledge, settings, loads, money, parameters, definitions);
    setUp = new SetUpScript(dice, knowledge, settings, loads);
    restore = new RestoreScript(dice, knowledge);
    rounds.draw();
  }

  /** Whether the card is to be reset before the next command. */
  boolean isRoundOver() {
    return stage == Stage.OVER;
  }

  /** Whether a state that was loaded again had another hash than before. */
  boolean restoredWrongly() {
    return restoredWrongly;
  }

  /** Times that a state was loaded again and had the hash that it had before. */
  long restored() {
    return restored;
  }

  /** The card was reset: a round begins. */
  void beginRound() {
    stage = Stage.SET_UP;
    if (rounds.start() == Start.RESTORED) {
      return;
    }
    if (knowledge.hasMargin()) {
      marginSetUp.begin();
      marginSetUp.write(script);
    } else {
      setUp.write(script);
    }
  }

  /** Whether all commands so far must be answered before the next is drawn. */
  boolean mustSettle() {
    return stage == Stage.CHECK || stage == Stage.CLOSE || isBetweenParts();
  }

  /** Whether the next part of what a fresh round begins with is yet to be written. */
  private boolean isBetweenParts() {
    return stage == Stage.SET_UP
        && script.isEmpty()
        && rounds.start() != Start.RESTORED
        && knowledge.hasMargin()
        && marginSetUp.hasMore();
  }

  /** Told when all commands so far are answered, before the next ones are drawn. */
  void onSettled() {
    switch (stage) {
      case CHECK -> {
        restoredWrongly = knowledge.audit.stateHash() != hashToRestore;
        restored += restoredWrongly ? 0 : 1;
        beginLoad();
      }
      case CLOSE -> {
        hashToRestore = knowledge.audit.stateHash();
        restore.write(script);
        stage = Stage.OVER;
      }
      case OPEN -> {
        if (rounds.isOver()) {
          rounds.draw();
          script.clear();
          stage = rounds.start() == Start.RESTORED ? Stage.CLOSE : Stage.OVER;
        } else {
          trading.onSettled(script);
        }
      }
      default -> {
        while (isBetweenParts()) {
          marginSetUp.write(script);
        }
      }
    }
  }

  /** Writes the next command. */
  void next(MutableDirectBuffer command) {
    boolean auditIsDue = knowledge.sent() % auditEvery == auditEvery - 1;
    if (auditIsDue || stage == Stage.CLOSE) {
      settings.audit(command);
    } else if (stage == Stage.SET_UP) {
      setUp(command);
    } else if (stage == Stage.LOAD) {
      load(command);
    } else if (script.isEmpty() || dice.percent(interruptionPercent())) {
      trading.next(command);
    } else {
      script.take(command);
    }
  }

  private void setUp(MutableDirectBuffer command) {
    int position = knowledge.positions.any(dice);
    if (!script.isEmpty() && position >= 0 && dice.percent(INTERRUPTION_PERCENT)) {
      hostile.whileLoading(command, position);
    } else if (!script.isEmpty()) {
      script.take(command);
    } else if (rounds.start() == Start.RESTORED) {
      stage = Stage.CHECK;
      settings.audit(command);
    } else {
      beginLoad();
      load(command);
    }
  }

  private int interruptionPercent() {
    return knowledge.hasMargin() ? INTERRUPTION_PERCENT_WITH_MARGIN : INTERRUPTION_PERCENT;
  }

  private void beginLoad() {
    stage = Stage.LOAD;
    loading.begin(rounds.start() == Start.FULL);
  }

  private void load(MutableDirectBuffer command) {
    if (!loading.isOver()) {
      loading.next(command);
      return;
    }
    settings.endOfLoad(command);
    stage = Stage.OPEN;
    trading.begin(rounds.start() == Start.FULL);
    if (rounds.start() == Start.FULL) {
      rounds.onFull();
    }
  }
}
