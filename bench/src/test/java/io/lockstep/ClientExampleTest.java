package io.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program on the page about sending orders, taken from the page, against an appliance. */
class ClientExampleTest {
  private static final Path ROOT = Path.of(System.getProperty("lockstep.root"));
  private static final Pattern PROGRAM =
      Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void theProgramOnThePageRestsABidAndTakesItBack() throws IOException, InterruptedException {
    Matcher program = PROGRAM.matcher(Files.readString(ROOT.resolve("docs/send-an-order.md")));
    assertTrue(program.find(), "the page has no program");
    Path source = Files.writeString(folder.resolve("FirstOrder.java"), program.group(1));
    Path aeron = folder.resolve("aeron");
    Process appliance =
        start(
            "appliance",
            "io.lockstep.host.cli.Main",
            "run",
            "--card",
            "model",
            "--aeron-dir",
            aeron.toString());
    try {
      awaitReady(appliance);
      Process client = start("client", source.toString(), aeron.toString());
      assertTrue(client.waitFor(1, TimeUnit.MINUTES), "the program does not end");
      assertEquals(
          List.of("ACCEPTED order 1", "REPLACED order 2", "CANCELLED order 3"),
          Files.readAllLines(log("client")).stream()
              .filter(line -> line.contains("order"))
              .toList());
      assertEquals(0, client.exitValue());
    } finally {
      appliance.destroy();
      assertTrue(appliance.waitFor(30, TimeUnit.SECONDS), "the appliance does not end");
    }
  }

  private void awaitReady(Process appliance) throws IOException, InterruptedException {
    while (!Files.readString(log("appliance")).contains("Ready")) {
      assertTrue(appliance.isAlive(), Files.readString(log("appliance")));
      Thread.sleep(50);
    }
  }

  private Process start(String name, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens",
                "java.base/jdk.internal.misc=ALL-UNNAMED",
                "--add-opens",
                "java.base/java.util.zip=ALL-UNNAMED",
                "-Dlockstep.root=" + ROOT,
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log(name).toFile())
        .start();
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }
}
