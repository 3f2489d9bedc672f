package io.lockstep.sim.lockstep;

import io.lockstep.sim.verilated.VerilatedCard;
import io.lockstep.sim.verilated.VerilatedCardBuild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes waveforms of a Verilated card: runs the file of commands on a traced twin, which gives the
 * same cycles, since a card's cycles depend on its commands and their overlap alone.
 */
public final class VerilatedWaves implements WaveRecorder {
  private final Supplier<Path> tracedLibrary;

  private VerilatedWaves(Supplier<Path> tracedLibrary) {
    this.tracedLibrary = tracedLibrary;
  }

  /** For the card of this checkout; its traced twin is built at the first difference. */
  public static VerilatedWaves ofCheckout() {
    return new VerilatedWaves(VerilatedCardBuild::tracedLibrary);
  }

  /** For a card of other RTL; its traced twin is built at the first difference. */
  public static VerilatedWaves ofRtl(Path folder) {
    return new VerilatedWaves(() -> VerilatedCardBuild.libraryOf(folder, true));
  }

  /**
   * For a card in another size, of this checkout or of other RTL; its traced twin is built at the
   * first difference.
   */
  public static VerilatedWaves ofSize(Optional<Path> rtl, List<String> parameters) {
    return new VerilatedWaves(() -> VerilatedCardBuild.libraryWith(rtl, parameters, true));
  }

  /** For a card from another library, one that was built with tracing. */
  public static VerilatedWaves of(Path library) {
    return new VerilatedWaves(() -> library);
  }

  @Override
  public void record(Path commandFile, long from, long to, Path waveform) throws IOException {
    try (CommandFile file = CommandFile.open(commandFile);
        VerilatedCard card =
            VerilatedCard.builder().library(tracedLibrary.get()).wave(waveform, from, to).open()) {
      new CommandReplay(card, (event, offset) -> {}).run(file, to);
    }
  }
}
