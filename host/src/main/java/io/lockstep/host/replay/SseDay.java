package io.lockstep.host.replay;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * One stock's trading day: what came in, and what the exchange printed. Both in the exchange's
 * order.
 */
public final class SseDay {
  private final List<SseCommand> commands;
  private final List<SseFill> fills;

  private SseDay(List<SseCommand> commands, List<SseFill> fills) {
    this.commands = commands;
    this.fills = fills;
  }

  /**
   * Reads both files.
   *
   * @throws InputException if one is missing or not in the format of docs/commands.md.
   */
  public static SseDay read(Path inbound, Path fills) {
    return new SseDay(
        CsvFile.read(inbound, SseCommand.HEADER, SseCommand::read),
        CsvFile.read(fills, SseFill.HEADER, SseFill::read));
  }

  /**
   * Finds a stock's one file of a role in {@code dataFolder/sse_l3}.
   *
   * @param role {@code inbound} or {@code fills}.
   * @param dataFolder folder of market data; null where there is none.
   * @throws InputException if there is no such file, or more than one.
   */
  public static Path findStock(String stock, String role, Path dataFolder) {
    if (dataFolder == null) {
      throw new InputException("no day of stock " + stock + " (LOCKSTEP_DATA is not set)");
    }
    Path folder = dataFolder.resolve("sse_l3");
    String pattern = stock + "_*_" + role + ".{csv,csv.xz}";
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
      files.forEach(found::add);
    } catch (IOException | PatternSyntaxException e) {
      throw new InputException("cannot look for " + pattern + " in " + folder, e);
    }
    if (found.size() != 1) {
      String number = found.isEmpty() ? "no file " : found.size() + " files ";
      throw new InputException(number + pattern + " in " + folder);
    }
    return found.get(0);
  }

  List<SseCommand> commands() {
    return commands;
  }

  List<SseFill> fills() {
    return fills;
  }
}
