package io.lockstep.schema.gen;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule that SBE leaves unchecked is broken once, in the real schema, and found. */
class CardRulesTest {
  private static final Path CARD =
      Path.of(System.getProperty("lockstep.root"), "sbe-schemas/schema/card.xml");

  @TempDir Path folder;

  @Test
  void acceptsTheCardsSchema() {
    assertDoesNotThrow(() -> CardRules.check(Schemas.parse(CARD)));
  }

  @Test
  void refusesAMisalignedField() throws IOException {
    assertRefused(
        "name=\"instrument\" id=\"9\" type=\"uint16\" offset=\"44\"",
        "name=\"instrument\" id=\"9\" type=\"uint16\" offset=\"45\"",
        "not aligned");
  }

  @Test
  void refusesAMessageThatIsNot64Bytes() throws IOException {
    assertRefused(
        "name=\"Barrier\" id=\"31\" blockLength=\"64\"",
        "name=\"Barrier\" id=\"31\" blockLength=\"72\"",
        "not 64");
  }

  @Test
  void refusesAMessageWhoseIdIsNotReserved() throws IOException {
    assertRefused("name=\"Barrier\" id=\"31\"", "name=\"Barrier\" id=\"32\"", "templateId lacks");
  }

  @Test
  void refusesAnEventWithItsSequenceElsewhere() throws IOException {
    assertRefused(
        "name=\"sequence\" id=\"3\" type=\"uint32\" offset=\"60\"",
        "name=\"sequence\" id=\"3\" type=\"uint32\" offset=\"56\"",
        "offset 60");
  }

  @Test
  void refusesVariableData() throws IOException {
    String data =
        """
        <composite name="varBytes">
          <type name="length" primitiveType="uint16"/>
          <type name="varData" primitiveType="uint8" length="0"/>
        </composite>
        </types>
        """;
    String broken =
        Files.readString(CARD)
            .replace("</types>", data)
            .replace(
                "<field name=\"lines\" id=\"2\" type=\"auditLines\" offset=\"16\"/>",
                "<data name=\"rest\" id=\"2\" type=\"varBytes\"/>");
    assertRefused(broken, "var-data");
  }

  private void assertRefused(String old, String replacement, String rule) throws IOException {
    String schema = Files.readString(CARD);
    assertTrue(schema.contains(old), "the schema no longer contains " + old);
    assertRefused(schema.replaceFirst(old, replacement), rule);
  }

  private void assertRefused(String schema, String rule) throws IOException {
    Path file = Files.writeString(folder.resolve("card.xml"), schema);
    Exception refusal =
        assertThrows(IllegalArgumentException.class, () -> CardRules.check(Schemas.parse(file)));
    assertTrue(refusal.getMessage().contains(rule), refusal.getMessage());
  }
}
