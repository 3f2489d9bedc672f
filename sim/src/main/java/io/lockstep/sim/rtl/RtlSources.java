package io.lockstep.sim.rtl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that one module needs, so that a change elsewhere does not build it again. A file holds
 * one module or package of its own name; a file needs another if it names it anywhere but in a
 * comment.
 */
final class RtlSources {
  private static final Pattern COMMENT = Pattern.compile("//[^\n]*|(?s:/\\*.*?\\*/)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

  private final Map<String, Path> files = new HashMap<>();

  RtlSources(List<Path> folders) {
    for (Path folder : folders) {
      try (Stream<Path> entries = Files.list(folder)) {
        entries.forEach(this::add);
      } catch (IOException e) {
        throw new RtlException("cannot read the RTL in " + folder, e);
      }
    }
  }

  private void add(Path file) {
    String name = file.getFileName().toString();
    if (name.endsWith(".sv")) {
      files.put(name.substring(0, name.length() - 3), file);
    }
  }

  /** The module's own file and those it needs, each after those that it needs itself. */
  List<Path> closure(String module) {
    if (!files.containsKey(module)) {
      throw new RtlException("no file " + module + ".sv; there are: " + names());
    }
    Set<Path> ordered = new LinkedHashSet<>();
    visit(module, new LinkedHashSet<>(), ordered);
    return new ArrayList<>(ordered);
  }

  private void visit(String module, Set<String> visited, Set<Path> ordered) {
    if (!visited.add(module)) {
      return;
    }
    Path file = files.get(module);
    Matcher words = WORD.matcher(COMMENT.matcher(text(file)).replaceAll(" "));
    while (words.find()) {
      if (files.containsKey(words.group())) {
        visit(words.group(), visited, ordered);
      }
    }
    ordered.add(file);
  }

  private List<String> names() {
    return files.keySet().stream().sorted().toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new RtlException("cannot read " + file, e);
    }
  }
}
