package io.lockstep.schema.gen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.co.real_logic.sbe.ir.Ir;
import uk.co.real_logic.sbe.ir.Signal;
import uk.co.real_logic.sbe.ir.Token;

/**
 * What the card demands of its schema and SBE does not check: commands and events of 64 bytes,
 * fields aligned to their size and without overlap, no groups and no variable data.
 */
final class CardRules {
  static final int MESSAGE_BYTES = 64;
  static final int FIRST_EVENT_ID = 64;
  static final int FIRST_BLOCK_ID = 128;
  private static final int EVENT_SEQUENCE_BYTE = 60;

  private CardRules() {}

  /**
   * Checks the whole schema.
   *
   * @throws IllegalArgumentException with the message, the field and the rule broken.
   */
  static void check(Ir ir) {
    for (List<Token> tokens : ir.messages()) {
      for (Token token : tokens) {
        if (token.signal() == Signal.BEGIN_GROUP || token.signal() == Signal.BEGIN_VAR_DATA) {
          throw broken(tokens.get(0).name(), token.name(), "groups and var-data have no place");
        }
      }
    }
    Layout layout = LayoutReader.read(ir);
    layout.messages().forEach(CardRules::check);
    checkTemplateIds(layout);
  }

  private static void check(Layout.Message message) {
    boolean block = message.id() >= FIRST_BLOCK_ID;
    if (!block && message.length() != MESSAGE_BYTES) {
      throw broken(message.name(), "", "length is " + message.length() + ", not 64");
    }
    String[] owner = new String[message.length()];
    for (Layout.Field field : message.fields()) {
      String name = String.join(".", field.path());
      // Blocks are read and written 32 bits at a time, so that 4-byte alignment is enough there.
      int alignment = block ? Math.min(4, field.elementLength()) : field.elementLength();
      if (field.offset() % alignment != 0) {
        throw broken(message.name(), name, "offset " + field.offset() + " is not aligned");
      }
      if (field.offset() + field.length() > message.length()) {
        throw broken(message.name(), name, "reaches beyond the message");
      }
      for (int i = field.offset(); i < field.offset() + field.length(); i++) {
        if (owner[i] != null) {
          throw broken(message.name(), name, "overlaps " + owner[i] + " at byte " + i);
        }
        owner[i] = name;
      }
    }
    boolean event = !block && message.id() >= FIRST_EVENT_ID;
    if (event && !"sequence".equals(owner[EVENT_SEQUENCE_BYTE])) {
      throw broken(message.name(), "sequence", "an event's sequence stands at offset 60");
    }
  }

  private static void checkTemplateIds(Layout layout) {
    Map<Long, String> names = new HashMap<>();
    layout.enums().stream()
        .filter(codes -> codes.name().equals("templateId"))
        .flatMap(codes -> codes.codes().stream())
        .forEach(code -> names.put(code.value(), code.name()));
    for (Layout.Message message : layout.messages()) {
      String expected = Names.upper(message.name());
      if (message.id() < FIRST_BLOCK_ID && !expected.equals(names.get((long) message.id()))) {
        throw broken(message.name(), "", "templateId lacks " + expected + " = " + message.id());
      }
    }
  }

  private static IllegalArgumentException broken(String message, String field, String rule) {
    return new IllegalArgumentException(
        "card schema: " + message + (field.isEmpty() ? "" : "." + field) + ": " + rule);
  }
}
