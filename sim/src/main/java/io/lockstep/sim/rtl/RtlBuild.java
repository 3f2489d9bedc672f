package io.lockstep.sim.rtl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Turns a module into a library, once: the result stands in a folder named after a hash of all that
 * went into it, and is used again as long as that stays.
 */
final class RtlBuild {
  private static final List<String> NATIVE_INPUTS =
      List.of(
          "Makefile", "rtl_module.cpp", "rtl_module.h", "verilated_hooks.cpp", "verilated_hooks.h");

  private RtlBuild() {}

  /** The module's library, built if need be. */
  static synchronized Path library(
      String module, Map<String, Object> parameters, List<Path> folders, boolean traced) {
    List<Path> sources = new RtlSources(folders).closure(module);
    String arguments = arguments(sources, parameters);
    Path cache = Checkout.root().resolve("sim/target/rtl");
    Path folder = cache.resolve(module + "-" + hash(module, sources, parameters, traced));
    Path library = folder.resolve("module.so");
    if (!Files.exists(library)) {
      build(module, arguments, traced, folder);
    }
    return library;
  }

  private static void build(String module, String arguments, boolean traced, Path folder) {
    Path work =
        folder.resolveSibling(folder.getFileName() + ".new-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(work);
      Files.writeString(work.resolve("verilator.f"), arguments);
      NativeMake.run("module", "DIR=" + work, "TOP=" + module, traced ? "TRACE=1" : "TRACE=0");
      Files.createDirectories(folder);
      Files.move(
          work.resolve("module.so"),
          folder.resolve("module.so"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new RtlException("cannot build " + module + " in " + work, e);
    } finally {
      deleteTree(work);
    }
  }

  /** Verilator's own arguments; it splits the file at white space and unescapes quotes. */
  private static String arguments(List<Path> sources, Map<String, Object> parameters) {
    List<String> lines = new ArrayList<>();
    parameters.forEach((name, value) -> lines.add("-G" + name + "=" + literal(value)));
    sources.forEach(source -> lines.add(source.toAbsolutePath().toString()));
    return String.join("\n", lines) + "\n";
  }

  /** Numbers and SystemVerilog literals as they are; any other text as a string. */
  private static String literal(Object value) {
    String text = value.toString();
    return text.matches("-?\\d+|\\d*'[sS]?[bodhBODH][0-9a-fA-FxXzZ_]+")
        ? text
        : "\\\"" + text + "\\\"";
  }

  private static String hash(
      String module, List<Path> sources, Map<String, Object> parameters, boolean traced) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, module + parameters + traced);
      for (Path source : sources) {
        add(digest, RtlSources.text(source));
      }
      for (String input : NATIVE_INPUTS) {
        add(digest, RtlSources.text(Checkout.nativeSources().resolve(input)));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static void deleteTree(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
              Files.delete(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new RtlException("cannot delete " + folder, e);
    }
  }
}
