package io.lockstep.sim.lockstep;

import io.lockstep.sim.rtl.Checkout;
import io.lockstep.sim.verilated.ChangedRtl;
import java.io.IOException;
import java.nio.file.Path;

/** One line of the card's RTL made wrong on purpose. */
enum PlantedFault {
  /** The newest order of a level goes first, not the oldest. */
  FIFO_ORDER("matcher.sv", "occupied_i ? level_i.head : slot", "slot"),
  /** Trades stop one tick before the high end of the band. */
  BAND(
      "matcher.sv",
      "$signed(maker_price) <= $signed(config_i.band_high)",
      "$signed(maker_price) < $signed(config_i.band_high)"),
  /** A maker that was filled in part keeps all of its lots. */
  PARTIAL_FILL("matcher.sv", "fills_maker ? '0 : rest", "fills_maker ? '0 : entry_i.open");

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
