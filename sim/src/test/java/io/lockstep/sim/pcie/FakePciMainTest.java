package io.lockstep.sim.pcie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the card in a process of its own is called. */
class FakePciMainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void tellsItsOptions() throws IOException {
    assertEquals(0, run("--help"));
    for (String option : new String[] {"DIR", "--address", "--seed", "--while"}) {
      assertTrue(out.toString(StandardCharsets.UTF_8).contains(option), option);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--seed",
        "--seed 1",
        "/x /y",
        "/x --seed one",
        "/x --address",
        "/x --address 01:00.0",
        "/x --while 0",
        "/x --wait 3"
      })
  void refusesWrongUse(String words) throws IOException {
    assertEquals(2, run(words.isEmpty() ? new String[0] : words.split(" ")));
    assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("Usage: ./lockstep pcie-card"));
  }

  private int run(String... args) throws IOException {
    return FakePciMain.run(args, new PrintStream(out, true), new PrintStream(err, true));
  }
}
