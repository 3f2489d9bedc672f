package io.lockstep.sim.verilated;

import io.lockstep.sim.rtl.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies of the card's RTL that are wrong on purpose. */
final class PlantedFault {
  private PlantedFault() {}

  /** The card's RTL in a folder of its own. */
  static Path copy(Path folder) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("rtl"));
    try (Stream<Path> entries = Files.list(Checkout.root().resolve("fpga/rtl"))) {
      for (Path file : entries.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  /** Replaces text that must be there. */
  static void replace(Path file, String text, String wrong) throws IOException {
    String source = Files.readString(file);
    if (!source.contains(text)) {
      throw new IllegalArgumentException(file + " does not hold: " + text);
    }
    Files.writeString(file, source.replace(text, wrong));
  }
}
