package io.lockstep.schema.gen;

import java.util.List;

/** Writes a schema as the reference tables of the documentation. */
final class MarkdownTables {
  private MarkdownTables() {}

  static String write(String title, String intro, Layout layout) {
    StringBuilder out = new StringBuilder("# " + title + "\n\n");
    out.append("Generated from the schema: do not edit. ").append(intro).append("\n");
    for (Layout.Message message : layout.messages()) {
      out.append("\n## ").append(message.name()).append(" (").append(message.id()).append(")\n\n");
      if (!message.description().isEmpty()) {
        out.append(message.description()).append(".\n\n");
      }
      out.append("| offset | bytes | field | type | meaning |\n|---:|---:|---|---|---|\n");
      for (Layout.Field field : message.fields()) {
        row(
            out,
            Integer.toString(field.offset()),
            Integer.toString(field.length()),
            String.join(".", field.path()),
            field.type() + (field.elements() > 1 ? "[" + field.elements() + "]" : ""),
            field.description());
      }
    }
    codes(out, "Codes", "value", layout.enums());
    codes(out, "Flags", "bit", layout.sets());
    return out.toString();
  }

  private static void codes(
      StringBuilder out, String title, String unit, List<Layout.Codes> lists) {
    if (lists.isEmpty()) {
      return;
    }
    out.append("\n## ").append(title).append('\n');
    for (Layout.Codes list : lists) {
      out.append("\n### ").append(list.name()).append("\n\n");
      if (!list.description().isEmpty()) {
        out.append(list.description()).append(".\n\n");
      }
      out.append("| ").append(unit).append(" | name | meaning |\n|---:|---|---|\n");
      for (Layout.Code code : list.codes()) {
        row(out, Long.toString(code.value()), code.name(), code.description());
      }
    }
  }

  private static void row(StringBuilder out, String... cells) {
    out.append("| ").append(String.join(" | ", cells).stripTrailing()).append(" |\n");
  }
}
