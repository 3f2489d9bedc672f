package io.lockstep.schema.gen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes the generated files that are kept in the repository, because tools other than Maven read
 * them: {@code GenerateCommitted REPOSITORY_ROOT}. A test fails when one of them is stale.
 */
public final class GenerateCommitted {
  private GenerateCommitted() {}

  /** Rewrites the files in place and names them. */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    for (Map.Entry<String, String> file : contents(root).entrySet()) {
      Path target = root.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue(), StandardCharsets.UTF_8);
      System.out.println(file.getKey());
    }
  }

  /** File contents by path from the repository's root. */
  static Map<String, String> contents(Path root) throws IOException {
    Schemas schemas = Schemas.read(root.resolve("sbe-schemas/schema"));
    Layout card = LayoutReader.read(schemas.card());
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "sbe-schemas/generated/card_pkg.sv", SystemVerilogPackage.write(card, schemas.cardHash()));
    files.put("sbe-schemas/generated/card.hpp", CppHeader.write(card, schemas.cardHash()));
    files.put(
        "docs/reference/card-messages.md",
        MarkdownTables.write(
            "Commands, events and registers of the card",
            "Ids below 64 are commands, below 128 events, from 128 on register blocks.",
            card));
    files.put(
        "docs/reference/client-messages.md",
        MarkdownTables.write(
            "Messages between clients and the gateway",
            "Each follows an SBE message header of 8 bytes; offsets count from its end.",
            LayoutReader.read(schemas.client())));
    return files;
  }
}
