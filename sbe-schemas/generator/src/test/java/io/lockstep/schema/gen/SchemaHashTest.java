package io.lockstep.schema.gen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hash by which a card is refused changes with what is on the wire, and with nothing else. */
class SchemaHashTest {
  private static final Path SCHEMAS =
      Path.of(System.getProperty("lockstep.root"), "sbe-schemas/schema");

  @TempDir Path folder;

  @Test
  void wordsDoNotChangeIt() throws IOException {
    assertEquals(hash(), hashWith("description=\"Enter an order\"", "description=\"Enter one\""));
  }

  @Test
  void aFieldsPlaceChangesIt() throws IOException {
    String field = "<field name=\"instrument\" id=\"9\" type=\"uint16\" offset=\"44\"/>";
    assertNotEquals(hash(), hashWith(field, field.replace("44", "46")));
  }

  @Test
  void aCodesNumberChangesIt() throws IOException {
    assertNotEquals(hash(), hashWith("an ask below it\">3<", "an ask below it\">9<"));
  }

  private static long hash() throws IOException {
    return Schemas.read(SCHEMAS).cardHash();
  }

  private long hashWith(String text, String other) throws IOException {
    String card = Files.readString(SCHEMAS.resolve("card.xml"));
    assertTrue(card.contains(text), "the schema no longer contains " + text);
    Files.writeString(folder.resolve("card.xml"), card.replace(text, other));
    Files.copy(SCHEMAS.resolve("client.xml"), folder.resolve("client.xml"));
    Files.copy(SCHEMAS.resolve("snapshot.xml"), folder.resolve("snapshot.xml"));
    return Schemas.read(folder).cardHash();
  }
}
