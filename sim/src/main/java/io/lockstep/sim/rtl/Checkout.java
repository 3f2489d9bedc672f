package io.lockstep.sim.rtl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the repository's files are: RTL is built from its sources, wherever the program runs. */
public final class Checkout {
  private static final Path ROOT = find();

  private Checkout() {}

  /**
   * The repository's root: system property {@code lockstep.root}, else above the working folder.
   */
  public static Path root() {
    return ROOT;
  }

  /** The folders that hold RTL, one module a file. */
  public static List<Path> rtlFolders() {
    return List.of(ROOT.resolve("sbe-schemas/generated"), ROOT.resolve("fpga/rtl"));
  }

  /** Where Maven leaves what make builds. */
  public static Path nativeFolder() {
    return ROOT.resolve("sim/target/native");
  }

  /** The sources of the native parts, and the Makefile. */
  public static Path nativeSources() {
    return ROOT.resolve("sim/src/main/native");
  }

  private static Path find() {
    String property = System.getProperty("lockstep.root");
    if (property != null) {
      return Path.of(property).toAbsolutePath().normalize();
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("sim/src/main/native/Makefile"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new RtlException("not inside a checkout of Lockstep; name it with -Dlockstep.root=DIR");
    }
    return folder;
  }
}
