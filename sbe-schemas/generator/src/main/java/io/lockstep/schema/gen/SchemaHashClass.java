package io.lockstep.schema.gen;

/** Writes the Java class that carries the hash of the card's schema. */
final class SchemaHashClass {
  static final String NAME = "CardSchemaHash";

  private SchemaHashClass() {}

  static String write(String packageName, long schemaHash) {
    return """
        package %s;

        /** Hash of the card's schema: a card built from another one is refused. */
        public final class %s {
          /** First eight bytes, big endian, of the SHA-256 of the schema's layout. */
          public static final long VALUE = 0x%016xL;

          private %s() {}
        }
        """
        .formatted(packageName, NAME, schemaHash, NAME);
  }
}
