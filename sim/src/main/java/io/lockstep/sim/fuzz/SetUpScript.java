package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The definitions that a fresh round begins with: some instruments, at times all; few or many
 * accounts and positions, since what owners do to each other needs few, and large levels many.
 */
final class SetUpScript {
  private static final int FEW_INSTRUMENTS = 6;
  private static final int MOST_ACCOUNTS = 40;
  private static final int FEWEST_POSITIONS = 12;
  private static final int MOST_POSITIONS = 150;

  private final Dice dice;
  private final Knowledge knowledge;
  private final SettingCommands settings;
  private final LoadCommands loads;
  private final MutableDirectBuffer command = new ExpandableArrayBuffer(Card.MESSAGE_BYTES);

  SetUpScript(Dice dice, Knowledge knowledge, SettingCommands settings, LoadCommands loads) {
    this.dice = dice;
    this.knowledge = knowledge;
    this.settings = settings;
    this.loads = loads;
  }

  void write(Script script) {
    knowledge.ranges.draw(dice);
    int count = knowledge.instruments.count;
    int[] instruments =
        new int[dice.oneIn(10) ? count : 1 + dice.below(Math.min(count, FEW_INSTRUMENTS))];
    for (int i = 0; i < instruments.length; i++) {
      instruments[i] = instruments.length == count ? i : anyOrEnd(count);
      settings.instrument(command, instruments[i]);
      script.add(command);
    }
    int[] accounts = new int[(int) dice.between(2, MOST_ACCOUNTS)];
    for (int i = 0; i < accounts.length; i++) {
      accounts[i] = knowledge.ranges.anyAccount(dice);
      settings.account(command, accounts[i]);
      script.add(command);
    }
    int positions = (int) dice.between(FEWEST_POSITIONS, MOST_POSITIONS);
    Set<List<Integer>> bound = new HashSet<>();
    for (int i = 0; i < positions; i++) {
      int slot = knowledge.ranges.anyFreePosition(dice, knowledge.positions);
      int account = accounts[dice.below(accounts.length)];
      int instrument = instruments[dice.below(instruments.length)];
      if (!bound.add(List.of(account, instrument))) {
        continue;
      }
      if (dice.oneIn(3)) {
        loads.position(command, slot, account, instrument);
      } else {
        settings.openPosition(command, slot, account, instrument);
      }
      script.add(command);
    }
  }

  private int anyOrEnd(int count) {
    return dice.oneIn(8) ? (dice.oneIn(2) ? 0 : count - 1) : dice.below(count);
  }
}
