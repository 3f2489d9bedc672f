package io.lockstep.sim.rtl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Clocks a module and does at later cycles what was planned for them: gives inputs that come after
 * an operation, and looks at its outputs when they are due.
 */
final class Timetable {
  private final RtlModule dut;
  private final Map<Long, List<Runnable>> plans = new HashMap<>();
  private long now;

  Timetable(RtlModule dut) {
    this.dut = dut;
  }

  /** Plans something for so many cycles from now; at once if that is 0. */
  void in(int cycles, Runnable plan) {
    if (cycles == 0) {
      plan.run();
    } else {
      plans.computeIfAbsent(now + cycles, at -> new ArrayList<>()).add(plan);
    }
  }

  /** One cycle; then what was planned for the one that begins. */
  void clock() {
    dut.clock();
    now++;
    List<Runnable> due = plans.remove(now);
    if (due != null) {
      due.forEach(Runnable::run);
    }
  }

  /** Cycles until nothing is planned any more. */
  void drain() {
    while (!plans.isEmpty()) {
      clock();
    }
  }
}
