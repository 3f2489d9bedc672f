package io.lockstep.schema.gen;

/**
 * Writes the card's schema as a SystemVerilog package of constants: for each field {@code _LSB} and
 * {@code _BITS}, so that RTL slices with {@code word[X_LSB +: X_BITS]}, and each template id, enum
 * value and set bit. Register blocks get byte offsets ({@code _BYTE}) from the block's start.
 */
final class SystemVerilogPackage {
  private SystemVerilogPackage() {}

  static String write(Layout layout, long schemaHash) {
    StringBuilder out = new StringBuilder();
    out.append("// Generated from card.xml: do not edit.\n\n");
    out.append("// verilator lint_off UNUSEDPARAM\n");
    out.append("package card_pkg;\n\n");
    out.append("  localparam logic [63:0] SCHEMA_HASH = 64'h")
        .append(String.format("%016x", schemaHash))
        .append(";\n");
    for (Layout.Codes codes : layout.enums()) {
      out.append("\n  // ").append(codes.name()).append('\n');
      for (Layout.Code code : codes.codes()) {
        int bits = codes.bytes() * 8;
        line(
            out,
            "logic [" + (bits - 1) + ":0]",
            Names.upper(codes.name()) + "_" + code.name(),
            bits + "'d" + code.value());
      }
    }
    for (Layout.Codes codes : layout.sets()) {
      out.append("\n  // ").append(codes.name()).append(": bit numbers\n");
      for (Layout.Code code : codes.codes()) {
        String name = Names.upper(codes.name()) + "_" + Names.upper(code.name()) + "_BIT";
        line(out, "int unsigned", name, Long.toString(code.value()));
      }
    }
    for (Layout.Message message : layout.messages()) {
      boolean block = message.id() >= CardRules.FIRST_BLOCK_ID;
      String prefix = Names.upper(message.name()) + "_";
      out.append("\n  // ").append(message.name()).append('\n');
      if (block) {
        line(out, "logic [15:0]", prefix + "TYPE", "16'd" + message.id());
        line(out, "int unsigned", prefix + "BYTES", Integer.toString(message.length()));
      }
      for (Layout.Field field : message.fields()) {
        String name = prefix + Names.upper(field.path());
        if (block) {
          line(out, "int unsigned", name + "_BYTE", Integer.toString(field.offset()));
        } else {
          line(out, "int unsigned", name + "_LSB", Integer.toString(field.offset() * 8));
          line(out, "int unsigned", name + "_BITS", Integer.toString(field.length() * 8));
        }
        if (field.elements() > 1) {
          line(out, "int unsigned", name + "_COUNT", Integer.toString(field.elements()));
        }
      }
    }
    out.append("\nendpackage\n// verilator lint_on UNUSEDPARAM\n");
    return out.toString();
  }

  private static void line(StringBuilder out, String type, String name, String value) {
    out.append("  localparam ").append(type).append(' ').append(name);
    out.append(" = ").append(value).append(";\n");
  }
}
