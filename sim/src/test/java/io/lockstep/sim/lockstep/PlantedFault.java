package io.lockstep.sim.lockstep;

import io.lockstep.sim.rtl.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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

  /**
   * The card's RTL with the fault, in a folder of its own; files that are as they should be keep
   * their times, so that nothing is built again.
   */
  Path plant() throws IOException {
    Path folder =
        Files.createDirectories(Checkout.root().resolve("sim/target/planted").resolve(name()));
    Path honest = Checkout.root().resolve("fpga/rtl");
    for (Path planted : list(folder)) {
      if (!Files.exists(honest.resolve(planted.getFileName()))) {
        Files.delete(planted);
      }
    }
    for (Path source : list(honest)) {
      String name = source.getFileName().toString();
      String text = Files.readString(source);
      write(folder.resolve(name), name.equals(file) ? planted(text) : text);
    }
    return folder;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private String planted(String text) {
    int at = text.indexOf(right);
    if (at < 0 || text.indexOf(right, at + 1) >= 0) {
      throw new IllegalStateException(
          "plant the fault anew: " + file + " does not hold exactly once: " + right);
    }
    return text.replace(right, wrong);
  }

  private static void write(Path target, String text) throws IOException {
    if (!Files.exists(target) || !Files.readString(target).equals(text)) {
      Files.writeString(target, text);
    }
  }
}
