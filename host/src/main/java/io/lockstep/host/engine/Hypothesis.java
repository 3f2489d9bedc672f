package io.lockstep.host.engine;

/**
 * Lots of instruments that an account may be thought to have too. One thread; allocates nothing.
 */
final class Hypothesis {
  /** Most instruments. */
  static final int LEGS_MAX = 8;

  private final int[] instruments = new int[LEGS_MAX];
  private final int[] lots = new int[LEGS_MAX];
  private int size;

  /** Forgets them all. */
  void clear() {
    size = 0;
  }

  /** Adds lots; below 0: sold. Those of an instrument that was added before come on top. */
  void add(int instrument, int more) {
    for (int leg = 0; leg < size; leg++) {
      if (instruments[leg] == instrument) {
        lots[leg] = Math.addExact(lots[leg], more);
        return;
      }
    }
    instruments[size] = instrument;
    lots[size++] = more;
  }

  /** Instruments there are. */
  int size() {
    return size;
  }

  int instrument(int leg) {
    return instruments[leg];
  }

  int lots(int leg) {
    return lots[leg];
  }

  /** Lots of an instrument; 0 if there are none. */
  int lotsOf(int instrument) {
    for (int leg = 0; leg < size; leg++) {
      if (instruments[leg] == instrument) {
        return lots[leg];
      }
    }
    return 0;
  }
}
