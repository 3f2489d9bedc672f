package io.lockstep.sim.lockstep;

import static io.lockstep.sim.lockstep.PlantedFault.Sizes.MARGIN;

import io.lockstep.sim.model.Capacities;
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
  RING("event_writer.sv", "(after_q + 26'd1) & mask_q", "after_q + 26'd1"),
  /** With margin: a fee is rounded down. */
  FEE(MARGIN, "trade_side.sv", "up_q <= below_3_i || product[23:0] != '0;", "up_q <= below_3_i;"),
  /** An order at the very edge of the close band does not close. */
  CLOSE_BAND(MARGIN, "order_reserve.sv", "worse_q[31:0] <= band_2_q;", "worse_q[31:0] < band_2_q;"),
  /** A breached account may close a leg of its hedge, though its worst loss rises. */
  HEDGE(MARGIN, "portfolio_needs.sv", "worst_rose_o <= margin_pkg::is_less(worst_parts_q);", ""),
  /** The short-option minimum is asked only where the short side is the larger one. */
  SHORT_MINIMUM(
      MARGIN,
      "position_term.sv",
      "assign uncovered = short_2_q[28] ? '0 : short_2_q;",
      "assign uncovered = shorter_q && !short_2_q[28] ? short_2_q : '0;"),
  /** The second slope of a size curve goes on beyond its bound. */
  SIZE_CURVE(
      MARGIN,
      "margin_parameters.sv",
      "slope_step = {1'b0, staged_q.slope_1} - {1'b0, staged_q.slope_2};",
      "slope_step = '0;"),
  /** A stale portfolio is margined by the factors of the current bank. */
  FACTORS(
      MARGIN,
      "margin_groups.sv",
      "initial_q[{issue_group_i[BITS-1:0], issue_bank_i}]",
      "initial_q[{issue_group_i[BITS-1:0], bank_q[issue_group_i[BITS-1:0]]}]"),
  /** A status counts as reported though no event told of it. */
  STATUS(
      MARGIN,
      "account_sums.sv",
      "status_kept = step_17_q.judge ? status_o : status_before_o;",
      "status_kept = status_o;"),
  /** Who closes a position loses those that stand behind it in the portfolio's list. */
  POSITION_LIST(
      MARGIN,
      "margin_definer.sv",
      "write_o.next_valid = after_valid_q;",
      "write_o.next_valid = 0;"),
  /** What was staged for a commit counts for the next one too. */
  STAGED(
      MARGIN,
      "margin_definer.sv",
      "write_o.terms.valued = 1'b1;\n      write_o.terms.staged = '0;",
      "write_o.terms.valued = 1'b1;"),
  /** An instrument that is defined anew keeps the rates of its last fee tier. */
  FEE_ROWS(
      MARGIN,
      "margin_definer.sv",
      "FEES: if (index_q[2:0] == 3'd7)",
      "FEES: if (index_q[2:0] == 3'd6)"),
  /** Of a fee row's highest fee, what is less than one is not held against the worst fee. */
  FEE_BOUND(MARGIN, "margin_bounds.sv", "product[23:0] != '0};", "1'b0};");

  /** Sizes of cards: a constant of the enum itself would come too late for its faults. */
  static final class Sizes {
    /** Small and with margin, so that it is soon built and soon full. */
    static final Capacities MARGIN =
        new Capacities(160, 128, 1_024, 300, 64, 64, 1_024, 16, 12, 64);

    private Sizes() {}
  }

  private final Capacities size;
  private final String file;
  private final String right;
  private final String wrong;

  PlantedFault(String file, String right, String wrong) {
    this(Capacities.SIM, file, right, wrong);
  }

  PlantedFault(Capacities size, String file, String right, String wrong) {
    this.size = size;
    this.file = file;
    this.right = right;
    this.wrong = wrong;
  }

  /** Of the card in which the fuzz looks for it. */
  Capacities size() {
    return size;
  }

  /** The card's RTL with the fault, in a folder of its own. */
  Path plant() throws IOException {
    return ChangedRtl.write(
        Checkout.root().resolve("sim/target/planted").resolve(name()), file, right, wrong);
  }
}
