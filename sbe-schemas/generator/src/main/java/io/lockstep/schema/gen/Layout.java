package io.lockstep.schema.gen;

import java.util.List;

/**
 * What the generators need to know of a schema: messages with flattened fields, enums and sets.
 * Offsets and lengths are in bytes from the start of the message.
 */
record Layout(List<Message> messages, List<Codes> enums, List<Codes> sets) {

  /** All that two ends must agree on, a line each: what {@link Schemas#cardHash} is of. */
  String canonicalText() {
    StringBuilder text = new StringBuilder();
    for (Message message : messages) {
      line(text, "message", message.name(), message.id(), message.length());
      for (Field field : message.fields()) {
        line(
            text,
            "field",
            String.join(".", field.path()),
            field.offset(),
            field.length(),
            field.elements(),
            field.type());
      }
    }
    canonicalText(text, "enum", enums);
    canonicalText(text, "set", sets);
    return text.toString();
  }

  private static void canonicalText(StringBuilder text, String kind, List<Codes> lists) {
    for (Codes codes : lists) {
      line(text, kind, codes.name(), codes.bytes());
      for (Code code : codes.codes()) {
        line(text, "code", code.name(), code.value());
      }
    }
  }

  private static void line(StringBuilder text, Object... words) {
    for (Object word : words) {
      text.append(word).append(' ');
    }
    text.append('\n');
  }

  /** One message: a command, an event, a register block or a client message. */
  record Message(String name, int id, int length, String description, List<Field> fields) {}

  /**
   * One field. {@code path} has one name, or composite and member. {@code type} is the schema's
   * name for the type, or the primitive's.
   */
  record Field(
      List<String> path, int offset, int length, int elements, String type, String description) {

    /** Bytes of one element; equals {@link #length} unless the field is an array. */
    int elementLength() {
      return length / elements;
    }
  }

  /** An enum (values) or a set (bit numbers). */
  record Codes(String name, int bytes, String description, List<Code> codes) {}

  /** One value of an enum, or one bit of a set. */
  record Code(String name, long value, String description) {}
}
