package io.lockstep.guest;

import io.lockstep.sim.rtl.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Debian's cloud kernel and busybox as their packages hold them: downloaded once, unpacked below
 * bench/target, not installed.
 */
final class GuestKernel {
  private static final String PACKAGE = "linux-image-cloud-amd64";
  private static final Pattern DEPENDS = Pattern.compile("Depends: (linux-image-\\S+)");
  private static final Path FOLDER = Checkout.root().resolve("bench/target/guest/kernel");

  private GuestKernel() {}

  /**
   * The kernel.
   *
   * @throws Tool.MissingException where it cannot be had.
   */
  static Path image() throws IOException {
    return only("boot", "vmlinuz");
  }

  /** A static busybox. */
  static Path busybox() throws IOException {
    return unpacked().resolve("bin/busybox");
  }

  /** A module of the kernel, by its path below the kernel's folder of modules. */
  static Path module(String path) throws IOException {
    return only("lib/modules", "").resolve(path);
  }

  private static Path only(String folder, String start) throws IOException {
    try (Stream<Path> entries = Files.list(unpacked().resolve(folder))) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith(start))
          .findFirst()
          .orElseThrow(() -> new Tool.MissingException("there is no " + start + " in " + folder));
    }
  }

  private static Path unpacked() throws IOException {
    if (!Files.exists(FOLDER)) {
      Path unfinished = FOLDER.resolveSibling("kernel.new");
      Files.createDirectories(unfinished);
      Tool.run(unfinished, "find", ".", "-mindepth", "1", "-delete");
      // Its exact name, which changes with each update.
      Matcher depends = DEPENDS.matcher(Tool.run(unfinished, "apt-cache", "depends", PACKAGE));
      if (!depends.find()) {
        throw new Tool.MissingException("apt knows no kernel as " + PACKAGE + " names it");
      }
      Tool.run(unfinished, "apt-get", "download", depends.group(1), "busybox-static");
      Tool.run(unfinished, "sh", "-c", "for each in *.deb; do dpkg-deb -x $each . || exit; done");
      Files.move(unfinished, FOLDER);
    }
    return FOLDER;
  }
}
