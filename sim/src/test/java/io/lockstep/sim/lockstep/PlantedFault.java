package io.lockstep.sim.lockstep;

import io.lockstep.sim.rtl.Checkout;
import io.lockstep.sim.verilated.ChangedRtl;
import java.io.IOException;
import java.nio.file.Path;

/** One line of the card's RTL made wrong on purpose, each in another part of the kernel. */
enum PlantedFault {
  /** Accounts without a group are taken for one owner. */
  SELF_TRADE("maker_lane.sv", "taker_i.group && taker_i.group != 32'd0)", "taker_i.group)"),
  /** The walk of a fill or kill counts the lots of its owner. */
  FILL_OR_KILL("maker_lane.sv", "kept_q <= own || !look_i", "kept_q <= !look_i"),
  /** The last order of a level stays its tail when it leaves. */
  FIFO("level_list.sv", "if (is_tail) level_o.tail = prev_i;", ""),
  /** A replace to a higher price keeps the order's place. */
  REPLACE(
      "order_vetting.sv",
      "entry_i.order.price == command_i.price;",
      "entry_i.order.price <= command_i.price;"),
  /** An ask below the band trades below it. */
  BAND(
      "command_checker.sv",
      "measures_i.beyond_asks && !kind.load_order",
      "1'b0 && !kind.load_order"),
  /** A mass cancel without a session finds the orders of session 0 only. */
  MASS_CANCEL(
      "walker.sv",
      "any_session_q <= command_i.session == '1;",
      "any_session_q <= command_i.session == 32'd0;"),
  /** A position below zero is answered as one above. */
  POSITION("position_table.sv", "is_short = changed_q.pos[LOTS];", "is_short = 1'b0;"),
  /** Two parked orders are crossed below the ask's limit. */
  CROSS("order_vetting.sv", "over_limit_q || under_limit_q", "over_limit_q"),
  /** A bid that is unparked at the best price leaves the top of the book as it was. */
  UNPARK(
      "order_vetting.sv",
      "$signed(named_q.order.price) >= $signed(book_i.bid.price)",
      "$signed(named_q.order.price) > $signed(book_i.bid.price)"),
  /** Orders that a move of the window leaves outside are looked for at the wrong end. */
  WINDOW(
      "order_vetting.sv",
      "$signed(command_i.window_base) > $signed(config_i.window_base)",
      "$signed(command_i.window_base) < $signed(config_i.window_base)"),
  /** A parked order beyond the band is not loaded. */
  LOAD(
      "command_checker.sv",
      "(kind.load_order && !parked && beyond_band)",
      "(kind.load_order && beyond_band)"),
  /** A word of the bitmap counts as empty as soon as one of its levels is. */
  BITMAP("bitmap_tier.sv", "alone_q <= (stored & ~selected) == '0;", "alone_q <= 1'b1;"),
  /** The event after that in the ring's last slot goes beyond the ring. */
  RING("event_writer.sv", "(after_q + 26'd1) & mask_q", "after_q + 26'd1");

  private final String file;
  private final String right;
  private final String wrong;

  PlantedFault(String file, String right, String wrong) {
    this.file = file;
    this.right = right;
    this.wrong = wrong;
  }

  /** The card's RTL with the fault, in a folder of its own. */
  Path plant() throws IOException {
    return ChangedRtl.write(
        Checkout.root().resolve("sim/target/planted").resolve(name()), file, right, wrong);
  }
}
