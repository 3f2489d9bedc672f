package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is proved of the RTL for all inputs and for ever: the proofs of fpga/formal, by k-induction
 * (yosys-smtbmc, z3). Each file says what, at which parameters, and why these are enough. A proof
 * is done again when a source of it changed.
 */
class ProofTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "command_window",
        "level_fifo",
        "level_bitmap",
        "event_buffer",
        "event_writer",
        "one_last"
      })
  void holdsForEver(String proof) throws Exception {
    make("prove-" + proof);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "command_window",
        "level_fifo",
        "level_bitmap",
        "event_buffer",
        "event_writer",
        "one_last"
      })
  void findsAPlantedFault(String proof) throws Exception {
    make("refute-" + proof);
  }

  private static void make(String target) throws IOException, InterruptedException {
    Process make =
        new ProcessBuilder("make", "-s", "-C", Checkout.root().resolve("fpga").toString(), target)
            .redirectErrorStream(true)
            .start();
    make.getOutputStream().close();
    String output = new String(make.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, make.waitFor(), output);
  }
}
