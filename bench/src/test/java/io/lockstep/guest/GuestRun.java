package io.lockstep.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/**
 * One boot of the guest, from power-on to its end, with a Verilated card behind its PCI function.
 *
 * @param lines that the guest printed.
 * @param commands that came whole through the card's window.
 * @param cardFailure why the card was lost; empty where it was not.
 * @param registerMappings memory types of BAR 0 in what the guest printed of its mappings.
 * @param windowMappings the same of BAR 2.
 */
record GuestRun(
    List<String> lines,
    long commands,
    String cardFailure,
    Set<String> registerMappings,
    Set<String> windowMappings) {
  private static final int SECONDS_MAX = 180;

  /**
   * What a boot needs besides the script.
   *
   * @param kernelOptions more of the kernel's command line.
   * @param devices more devices, for QEMU.
   * @param modules that the script loads, by their paths below the kernel's folder of modules.
   */
  record Machine(String kernelOptions, List<String> devices, List<String> modules) {
    /** With the card alone. */
    static final Machine PLAIN = withOptions("");

    /** With other options for the kernel. */
    static Machine withOptions(String kernelOptions) {
      return new Machine(kernelOptions, List.of(), List.of());
    }
  }

  /**
   * Boots, and waits for the end of the script.
   *
   * @param folder for the console's output.
   * @param script run by busybox; {@code lockstep ...} in it is the product.
   * @param seed by which the stores to the window are split and permuted.
   * @throws IllegalStateException where it does not end in time.
   * @throws TestAbortedException where this machine cannot run the guest, with the reason.
   */
  static GuestRun boot(Path folder, Machine machine, String script, long seed) throws IOException {
    try {
      return run(folder, machine, script, seed);
    } catch (Tool.MissingException missing) {
      String reason = "skipped: " + missing.getMessage();
      System.out.println(reason);
      throw new TestAbortedException(reason, missing);
    }
  }

  private static GuestRun run(Path folder, Machine machine, String script, long seed)
      throws IOException {
    Qemu.requireKnownVersion(folder);
    Path kernel = GuestKernel.image();
    Path initramfs = GuestImage.of(script, machine.modules());
    Path console = folder.resolve("console.txt");
    int[] pair = new int[2];
    Posix.socketpair(Posix.AF_UNIX, Posix.SOCK_STREAM | Posix.SOCK_CLOEXEC, 0, pair);
    try (ProxySocket socket = new ProxySocket(pair[0]);
        CardFunction function = new CardFunction(seed);
        Qemu qemu = new Qemu(pair[1], machine, kernel, initramfs, console, SECONDS_MAX)) {
      new ProxyServer(socket, function).run();
      boolean inTime = qemu.awaitEnd();
      List<String> printed = lines(console);
      if (!inTime) {
        throw new IllegalStateException(
            "the guest did not end in time:\n" + String.join("\n", printed));
      }
      ConfigurationSpace bars = function.configuration();
      return new GuestRun(
          printed,
          function.commands(),
          function.failure(),
          Mappings.types(printed, bars.registers(), bars.registers() + function.registerBytes()),
          Mappings.types(printed, bars.window(), bars.window() + function.windowBytes()));
    }
  }

  private static List<String> lines(Path console) throws IOException {
    String printed = new String(Files.readAllBytes(console), StandardCharsets.UTF_8);
    return printed.replace("\r", "").lines().toList();
  }

  /**
   * The one line that begins so.
   *
   * @throws AssertionError where there is none, or another.
   */
  String line(String start) {
    return Product.line(lines, start);
  }

  /**
   * Looks for the one line by which the driver refused the card.
   *
   * @throws AssertionError where there is none that says what was found and what to do.
   */
  void requireRefusal(String found, String remedy) {
    long refusals =
        lines.stream()
            .filter(line -> line.contains("PCIe card 0000:00:01.0: "))
            .filter(line -> line.contains(found) && line.contains(remedy))
            .count();
    assertEquals(1, refusals, () -> found + "; " + remedy + "\nin\n" + console());
  }

  /** All that the guest printed. */
  String console() {
    return String.join("\n", lines);
  }
}
