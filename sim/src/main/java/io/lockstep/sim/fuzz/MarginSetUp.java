package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The definitions that a fresh round of a card with margin begins with: a few instruments in fewer
 * groups, and accounts with portfolios and positions. It is written in three parts, since what is
 * staged depends on what the card knows by then.
 */
final class MarginSetUp {
  /** What a round may be crowded with. */
  private enum Crowd {
    NONE,
    /** As many instruments as a group may have. */
    GROUP,
    /** As many positions as a portfolio may have. */
    PORTFOLIO,
    /** As many positions as an account may have. */
    ACCOUNT
  }

  private static final int MOST_INSTRUMENTS = 7;
  private static final int MOST_ACCOUNTS = 24;
  private static final int MOST_POSITIONS = 110;
  private static final int CROWDED_ONE_IN = 4;
  private static final int FULL_PORTFOLIO = KnownPortfolios.MOST_POSITIONS;
  private static final int FULL_ACCOUNT = 1_024;
  private static final int BEYOND = 24;
  private static final int PARTS = 5;

  private final Dice dice;
  private final Knowledge knowledge;
  private final SettingCommands settings;
  private final LoadCommands loads;
  private final MoneyCommands money;
  private final ParameterCommands parameters;
  private final MarginInstruments definitions;
  private final MarginScript groups;
  private final MutableDirectBuffer command = new ExpandableArrayBuffer(Card.MESSAGE_BYTES);
  private int[] instruments = {};
  private int[] accounts = {};
  private int[] crowded = {};
  private Crowd crowd = Crowd.NONE;
  private int written;

  MarginSetUp(
      Dice dice,
      Knowledge knowledge,
      SettingCommands settings,
      LoadCommands loads,
      MoneyCommands money,
      ParameterCommands parameters,
      MarginInstruments definitions) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.settings = settings;
    this.loads = loads;
    this.money = money;
    this.parameters = parameters;
    this.definitions = definitions;
    groups = new MarginScript(dice, knowledge, parameters);
  }

  void begin() {
    written = 0;
  }

  /** Whether there is a part yet to be written, for which all before must be answered. */
  boolean hasMore() {
    return written < PARTS;
  }

  /** Writes the next part. */
  void write(Script script) {
    switch (written++) {
      case 0 -> define(script);
      case 1 -> commit(script, false);
      case 2 -> {
        openPortfolios(script);
        commit(script, true);
      }
      case 3 -> {
        openPositions(script);
        prepareCrowd(script);
      }
      default -> crowd(script);
    }
  }

  private void define(Script script) {
    knowledge.ranges.draw(dice);
    Crowd[] crowds = {Crowd.GROUP, Crowd.PORTFOLIO, Crowd.ACCOUNT};
    crowd = dice.oneIn(CROWDED_ONE_IN) ? crowds[dice.below(crowds.length)] : Crowd.NONE;
    crowded = new int[0];
    instruments = new int[1 + dice.below(MOST_INSTRUMENTS)];
    for (int i = 0; i < instruments.length; i++) {
      instruments[i] = dice.below(knowledge.instruments.count);
      settings.instrument(command, instruments[i]);
      script.add(command);
    }
    accounts = new int[(int) dice.between(2, MOST_ACCOUNTS)];
    for (int i = 0; i < accounts.length; i++) {
      accounts[i] = knowledge.ranges.anyAccount(dice);
      if (dice.oneIn(8)) {
        settings.account(command, accounts[i]);
      } else {
        if (dice.oneIn(12)) {
          money.loadAccountAtBound(command, accounts[i]);
          script.add(command);
        }
        money.loadAccount(command, accounts[i]);
      }
      script.add(command);
    }
  }

  /** Rates, arrays and an epoch for most groups; the epochs are far apart. */
  private void commit(Script script, boolean again) {
    for (int group : groupsInUse()) {
      if (dice.oneIn(again ? 2 : 12)) {
        continue;
      }
      for (int instrument : knowledge.margin.groups.members(group)) {
        for (int i = 0; i < 3 && !again; i++) {
          parameters.feeRow(command, instrument);
          script.add(command);
        }
      }
      groups.stageAndCommit(script, group);
      if (!again && dice.oneIn(2)) {
        // The last epoch before they begin anew, or any.
        long epoch = dice.oneIn(2) ? 0xFFFF_FFFEL : dice.between(0, 0xFFFF_FFFFL);
        groups.stageAndCommit(script, group, epoch);
      }
    }
  }

  private List<Integer> groupsInUse() {
    List<Integer> inUse = new ArrayList<>();
    for (int group = 0; group < knowledge.margin.groups.count; group++) {
      if (knowledge.margin.groups.size(group) > 0) {
        inUse.add(group);
      }
    }
    return inUse;
  }

  private void openPortfolios(Script script) {
    Set<Integer> taken = new HashSet<>();
    for (int account : accounts) {
      for (int group : groupsInUse()) {
        int slot = money.anyFreePortfolio();
        if (!dice.oneIn(10) && taken.add(slot)) {
          if (dice.oneIn(3)) {
            money.loadPortfolio(command, slot, account, group);
          } else {
            money.openPortfolio(command, slot, account, group);
          }
          script.add(command);
        }
      }
    }
  }

  private void openPositions(Script script) {
    Set<List<Integer>> bound = new HashSet<>();
    int positions = (int) dice.between(MOST_POSITIONS / 8, MOST_POSITIONS);
    for (int i = 0; i < positions; i++) {
      int account = accounts[dice.below(accounts.length)];
      int instrument = instruments[dice.below(instruments.length)];
      if (bound.add(List.of(account, instrument))) {
        openPosition(script, account, instrument);
      }
    }
  }

  private void openPosition(Script script, int account, int instrument) {
    int slot = knowledge.ranges.anyFreePosition(dice, knowledge.positions);
    if (dice.oneIn(2)) {
      loads.position(command, slot, account, instrument);
    } else {
      settings.openPosition(command, slot, account, instrument);
    }
    script.add(command);
  }

  // ---- crowds

  /** Instruments for a group till it is full and beyond, or what a full account needs. */
  private void prepareCrowd(Script script) {
    switch (crowd) {
      case GROUP -> crowdGroup(script, knowledge.margin.terms.group(instruments[0]));
      case PORTFOLIO -> crowded = new int[] {instruments[0]};
      case ACCOUNT -> {
        crowded = new int[FULL_ACCOUNT / FULL_PORTFOLIO + 1];
        for (int i = 0; i < crowded.length; i++) {
          int group = i % knowledge.margin.groups.count;
          crowded[i] = knowledge.instruments.count - 1 - i;
          define(script, crowded[i], group);
          money.openPortfolio(command, money.anyFreePortfolio(), accounts[0], group);
          script.add(command);
        }
      }
      default -> {}
    }
  }

  private void crowdGroup(Script script, int group) {
    int most = KnownGroups.MOST_INSTRUMENTS + BEYOND;
    for (int i = 0; i < Math.min(most, knowledge.instruments.count); i++) {
      if (!knowledge.instruments.isKnown(i)) {
        define(script, i, group);
      }
    }
  }

  private void define(Script script, int instrument, int group) {
    definitions.instrument(command, instrument, definitions.anyLimits(group));
    script.add(command);
  }

  /** Positions of one account till its portfolio, or it, is full and beyond. */
  private void crowd(Script script) {
    int positions = knowledge.card.positions();
    int most = crowd == Crowd.ACCOUNT ? FULL_ACCOUNT : FULL_PORTFOLIO;
    int from = dice.below(positions);
    for (int i = 0; i < most + MOST_POSITIONS && crowded.length > 0; i++) {
      int slot = (from + i) % positions;
      int instrument = crowded[i % crowded.length];
      if (i > most && dice.oneIn(3)) {
        loads.position(command, slot, accounts[0], instrument, 0);
      } else {
        settings.openPosition(command, slot, accounts[0], instrument);
      }
      script.add(command);
    }
  }
}
