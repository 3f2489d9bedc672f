package io.lockstep.schema.gen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The generated files in the repository are those that the schemas give today. */
class GeneratedFilesTest {
  private static final Path ROOT = Path.of(System.getProperty("lockstep.root"));

  @Test
  void committedFilesAreWhatTheSchemasGive() throws IOException {
    for (Map.Entry<String, String> file : GenerateCommitted.contents(ROOT).entrySet()) {
      assertEquals(
          file.getValue(),
          Files.readString(ROOT.resolve(file.getKey())),
          file.getKey() + " is stale: run ./lockstep generate");
    }
  }
}
