package io.lockstep.sim.verilated;

import io.lockstep.sim.rtl.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of the card's RTL with one text replaced: to try a change, or to plant a fault. */
public final class ChangedRtl {
  private ChangedRtl() {}

  /**
   * Makes a folder hold what fpga/rtl holds, with the change. Files that are as they should be keep
   * their times, so that nothing is built again.
   *
   * @param folder made where it is missing.
   * @param file name of the source to change.
   * @param text what the change replaces; must occur exactly once in the file.
   * @return the folder, for {@link VerilatedCard.Builder#rtl}.
   * @throws IllegalStateException if the file does not hold the text exactly once.
   */
  public static Path write(Path folder, String file, String text, String replacement)
      throws IOException {
    Files.createDirectories(folder);
    Path original = Checkout.root().resolve("fpga/rtl");
    for (Path copy : list(folder)) {
      if (!Files.exists(original.resolve(copy.getFileName()))) {
        Files.delete(copy);
      }
    }
    for (Path source : list(original)) {
      String name = source.getFileName().toString();
      String content = Files.readString(source);
      if (name.equals(file)) {
        content = replaceOnce(name, content, text, replacement);
      }
      Path copy = folder.resolve(name);
      if (!Files.exists(copy) || !Files.readString(copy).equals(content)) {
        Files.writeString(copy, content);
      }
    }
    return folder;
  }

  private static String replaceOnce(String file, String content, String text, String replacement) {
    int at = content.indexOf(text);
    if (at < 0 || content.indexOf(text, at + 1) >= 0) {
      throw new IllegalStateException(file + " does not hold exactly once: " + text);
    }
    return content.replace(text, replacement);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
