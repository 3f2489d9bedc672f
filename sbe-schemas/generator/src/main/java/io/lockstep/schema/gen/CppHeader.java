package io.lockstep.schema.gen;

/**
 * Writes the card's schema as a C++17 header: enums, and for each message a constant for the byte
 * offset of each field. Offsets rather than structs: the same bytes come over a bus, from a ring or
 * out of a register block, and C++ structs promise nothing about any of these.
 */
final class CppHeader {
  private CppHeader() {}

  static String write(Layout layout, long schemaHash) {
    StringBuilder out = new StringBuilder();
    out.append("// Generated from card.xml: do not edit.\n#pragma once\n\n");
    out.append("#include <cstddef>\n#include <cstdint>\n\n");
    out.append("namespace lockstep::card {\n\n");
    out.append("inline constexpr std::uint64_t SCHEMA_HASH = 0x")
        .append(String.format("%016x", schemaHash))
        .append("ULL;\n");
    for (Layout.Codes codes : layout.enums()) {
      out.append("\nenum class ").append(capitalised(codes.name()));
      out.append(" : std::uint").append(codes.bytes() * 8).append("_t {\n");
      for (Layout.Code code : codes.codes()) {
        out.append("  ").append(code.name()).append(" = ").append(code.value()).append(",\n");
      }
      out.append("};\n");
    }
    for (Layout.Codes codes : layout.sets()) {
      out.append("\nnamespace ").append(Names.lower(codes.name())).append(" {  // masks\n");
      for (Layout.Code code : codes.codes()) {
        constant(out, "std::uint32_t", Names.upper(code.name()), "1u << " + code.value());
      }
      out.append("}\n");
    }
    for (Layout.Message message : layout.messages()) {
      out.append("\nnamespace ").append(namespace(message.name())).append(" {  // byte offsets\n");
      constant(out, "std::uint16_t", "ID", Integer.toString(message.id()));
      constant(out, "std::size_t", "BYTES", Integer.toString(message.length()));
      for (Layout.Field field : message.fields()) {
        constant(out, "std::size_t", Names.upper(field.path()), Integer.toString(field.offset()));
      }
      out.append("}\n");
    }
    out.append("\n}  // namespace lockstep::card\n");
    return out.toString();
  }

  /** The only message whose name is a keyword of C++ gets a trailing underscore. */
  private static String namespace(String message) {
    String name = Names.lower(message);
    return name.equals("new") ? "new_" : name;
  }

  private static void constant(StringBuilder out, String type, String name, String value) {
    out.append("inline constexpr ").append(type).append(' ').append(name);
    out.append(" = ").append(value).append(";\n");
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
