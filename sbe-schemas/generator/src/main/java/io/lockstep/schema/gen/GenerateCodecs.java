package io.lockstep.schema.gen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.co.real_logic.sbe.SbeTool;

/**
 * Writes the Java codecs: {@code GenerateCodecs SCHEMA_FOLDER OUTPUT_FOLDER}. Files whose content
 * is as before are not touched, so that the compiler has nothing to do when no schema changed.
 */
public final class GenerateCodecs {
  private GenerateCodecs() {}

  /** Runs inside the build. */
  public static void main(String[] args) throws Exception {
    Schemas schemas = Schemas.read(Path.of(args[0]));
    Path fresh = Files.createTempDirectory("lockstep-codecs");
    try {
      System.setProperty("sbe.java.generate.interfaces", "true");
      SbeTool.generate(schemas.card(), fresh.toString(), "Java");
      SbeTool.generate(schemas.client(), fresh.toString(), "Java");
      SbeTool.generate(schemas.snapshot(), fresh.toString(), "Java");
      String cardPackage = schemas.card().applicableNamespace();
      Files.writeString(
          fresh.resolve(cardPackage.replace('.', '/')).resolve(SchemaHashClass.NAME + ".java"),
          SchemaHashClass.write(cardPackage, schemas.cardHash()));
      synchronise(fresh, Path.of(args[1]));
    } finally {
      delete(fresh);
    }
  }

  private static void synchronise(Path from, Path to) throws IOException {
    Map<Path, Path> wanted = files(from);
    for (Map.Entry<Path, Path> old : files(to).entrySet()) {
      if (!wanted.containsKey(old.getKey())) {
        Files.delete(old.getValue());
      }
    }
    for (Map.Entry<Path, Path> file : wanted.entrySet()) {
      Path target = to.resolve(file.getKey());
      if (!Files.exists(target) || Files.mismatch(target, file.getValue()) >= 0) {
        Files.createDirectories(target.getParent());
        Files.write(target, Files.readAllBytes(file.getValue()));
      }
    }
  }

  private static Map<Path, Path> files(Path root) throws IOException {
    Map<Path, Path> files = new TreeMap<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> walk = Files.walk(root)) {
        walk.filter(Files::isRegularFile).forEach(file -> files.put(root.relativize(file), file));
      }
    }
    return files;
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }
}
