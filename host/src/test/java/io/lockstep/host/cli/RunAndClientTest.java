package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An appliance in a process of its own, and clients of it, as a person would run them. */
class RunAndClientTest {
  private static final long START_SECONDS = 30;

  @TempDir Path folder;
  private Path aeron;
  private Path output;
  private Process appliance;

  @BeforeEach
  void startTheAppliance() throws IOException, InterruptedException {
    aeron = folder.resolve("aeron");
    output = folder.resolve("run.txt");
    appliance = run("--aeron-dir", aeron.toString(), "--archive-dir", folder + "/archive");
    awaitOutput("Ready");
  }

  @AfterEach
  void endTheAppliance() throws InterruptedException {
    appliance.destroyForcibly();
    appliance.waitFor();
  }

  @Test
  void tellsItsSettingsAndChannels() throws IOException {
    String out = Files.readString(output);

    assertTrue(out.contains("client schema        id 100, version 1"), out);
    assertTrue(out.contains("[aeron:ipc] stream 1001"), out);
    assertTrue(out.contains("embedded, in " + aeron), out);
    assertTrue(out.contains("1 alice, 2 bob"), out);
  }

  @Test
  void answersACsvOfEveryKindOfRequestAndEndsByItself() throws Exception {
    CommandRun run =
        client(
            """
            action,instrument,quantity,price,time_in_force,account,order
            # two meet, the rest of one is cancelled
            buy,1,10,250000
            sell,1,4,249975,ioc
            sell,1,1
            buy,1,1,250001
            cancel,,,,,,1
            cancel,,,,,,#12345
            """,
            "--top");

    assertEquals(0, run.status(), run.err());
    List<String> lines = run.out().lines().map(line -> line.replaceAll(" +", " ")).toList();
    assertTrue(lines.get(0).startsWith("logged on as participant 1, session "), run.out());
    assertEquals(
        List.of(
            "accepted 1 (#7) buy 10 of 1 at 250000",
            "top of 1 bid 250000 x 10, ask none",
            "accepted 2 (#8) sell 4 of 1 at 249975",
            "trade 2 (#8) sell 4 of 1 at 250000, 0 open, taker",
            "trade 1 (#7) buy 4 of 1 at 250000, 6 open, maker",
            "top of 1 bid 250000 x 6, ask none",
            "accepted 3 (#9) sell 1 of 1 at market",
            "trade 3 (#9) sell 1 of 1 at 250000, 0 open, taker",
            "trade 1 (#7) buy 1 of 1 at 250000, 5 open, maker",
            "top of 1 bid 250000 x 5, ask none",
            "rejected 4 PRICE_OFF_TICK",
            "cancelled 5 (#7) buy 5 of 1 at 250000",
            "top of 1 bid none, ask none",
            "cancel rejected 6 (#12345) UNKNOWN_ORDER"),
        lines.subList(1, lines.size()));
    awaitOutput("session 1 opened: participant 1, alice");
    awaitOutput("session 1 closed: participant 1, alice");
  }

  @Test
  void answersMoreRequestsThanMayWaitForAnAnswer() {
    int orders = 1_000;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < orders; i++) {
      text.append("buy,1,1,250000\n");
    }

    CommandRun run = client(text.toString(), "--participant", "2");

    assertEquals(0, run.status(), run.err());
    assertEquals(orders, run.out().lines().filter(line -> line.startsWith("accepted")).count());
  }

  @Test
  void aRefusedLogonEndsTheClientWithOne() {
    CommandRun run = client("buy,1,1,250000\n", "--key", "not-the-key");

    assertEquals(1, run.status());
    assertTrue(run.err().contains("logon refused: WRONG_KEY"), run.err());
  }

  @Test
  void aLineThatIsWrongEndsTheClientWithTwoAndIsNamed() {
    CommandRun run = client("buy,1,1,250000\nbuy,one,1,250000\nbuy,1,1,250000\n");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("line 2: instrument: 'one' is no whole number"), run.err());
    assertEquals(1, run.out().lines().filter(line -> line.startsWith("accepted")).count());
  }

  @Test
  void aSecondApplianceInTheSamePlaceIsRefused() {
    CommandRun second = CommandRun.of("run", "--aeron-dir", aeron.toString());

    assertEquals(2, second.status());
    assertTrue(second.err().contains("another appliance"), second.err());
  }

  @Test
  void controlCLeavesNothingBehindButTheRecordings() throws Exception {
    assertTrue(Files.exists(aeron));

    new ProcessBuilder("kill", "-INT", Long.toString(appliance.pid())).start().waitFor();

    assertTrue(appliance.waitFor(START_SECONDS, TimeUnit.SECONDS), "still running");
    assertEquals(130, appliance.exitValue());
    assertFalse(Files.exists(aeron), "the media driver's directory is still there");
    try (Stream<Path> recordings = Files.list(folder.resolve("archive"))) {
      assertTrue(recordings.findAny().isPresent(), "the recordings are gone");
    }
    CommandRun late = client("buy,1,1,250000\n");
    assertEquals(1, late.status());
    assertTrue(late.err().contains("no appliance runs in " + aeron), late.err());
  }

  @Test
  void aVenueFileThatIsMissingIsNamed() {
    CommandRun run = CommandRun.of("run", "--venue", folder + "/none.yaml");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("none.yaml"), run.err());
  }

  private CommandRun client(String csv, String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "client";
    arguments[1] = "--aeron-dir";
    arguments[2] = aeron.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    try {
      return CommandRun.of(arguments);
    } finally {
      System.setIn(before);
    }
  }

  private Process run(String... options) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens",
            "java.base/jdk.internal.misc=ALL-UNNAMED",
            "-Dlockstep.root=" + System.getProperty("lockstep.root"),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "--card",
            "model");
    builder.command().addAll(List.of(options));
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  private void awaitOutput(String text) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!Files.readString(output).contains(text)) {
      assertTrue(
          appliance.isAlive() && System.nanoTime() < deadline,
          () -> "'" + text + "' never came:\n" + read());
      Thread.sleep(20);
    }
  }

  private String read() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
