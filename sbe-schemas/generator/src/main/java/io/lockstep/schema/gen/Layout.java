package io.lockstep.schema.gen;

import java.util.List;

/**
 * What the generators need to know of a schema: messages with flattened fields, enums and sets.
 * Offsets and lengths are in bytes from the start of the message.
 */
record Layout(List<Message> messages, List<Codes> enums, List<Codes> sets) {

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
