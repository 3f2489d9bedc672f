package io.lockstep.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.sim.rtl.Checkout;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The product, as the launcher starts it. */
final class Product {
  private static final Path CLASS_PATH = Checkout.root().resolve("bench/target/dependencies");

  private Product() {}

  /** Jars and folders of classes. */
  static List<Path> classPath() throws IOException {
    return Stream.of(Files.readString(CLASS_PATH).strip().split(":")).map(Path::of).toList();
  }

  /** What the JVM must open to the product: as for the tests, so for it. */
  static List<String> flags() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-D"))
        .toList();
  }

  /** Runs a command of the launcher on this machine, and answers the lines that it prints. */
  static List<String> run(Path folder, String command) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(flags());
    line.add("-Dlockstep.root=" + Checkout.root());
    line.addAll(List.of("-cp", Files.readString(CLASS_PATH).strip()));
    line.add("io.lockstep.host.cli.Main");
    line.addAll(List.of(command.strip().split(" ")));
    return Tool.run(folder, line.toArray(String[]::new)).lines().toList();
  }

  /**
   * The one line of what was printed that begins so.
   *
   * @throws AssertionError where there is none, or another.
   */
  static String line(List<String> printed, String start) {
    List<String> found = printed.stream().filter(line -> line.startsWith(start)).toList();
    assertEquals(1, found.size(), () -> start + "in\n" + String.join("\n", printed));
    return found.get(0);
  }
}
