package io.lockstep.sim.rtl;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the fields of a packed struct of an RTL package lie, read from its file, so that tests can
 * name them on a port. Members of nested structs are named with a dot.
 */
final class PackedStruct {
  private static final Pattern STRUCT =
      Pattern.compile("typedef struct packed \\{([^}]*)\\} (\\w+);");
  private static final Pattern CONSTANT =
      Pattern.compile("localparam int unsigned (\\w+) = (?:(\\d+)|(\\w+) \\+ (\\w+));");
  private static final Pattern FIELD =
      Pattern.compile("(logic|kernel_pkg::\\w+|\\w+_t)\\s*(?:\\[(\\w+)(-1)?:0\\])?\\s+(\\w+);");

  private final Map<String, int[]> fields = new LinkedHashMap<>();
  private final int bits;

  private PackedStruct(Map<String, Integer> widths) {
    int lsb = widths.values().stream().mapToInt(Integer::intValue).sum();
    bits = lsb;
    for (Map.Entry<String, Integer> field : widths.entrySet()) {
      lsb -= field.getValue();
      fields.put(field.getKey(), new int[] {lsb, field.getValue()});
    }
  }

  /** The struct of that name in kernel_pkg. */
  static PackedStruct of(String name) {
    return of("kernel_pkg", name);
  }

  /** The struct of that name in that package. */
  static PackedStruct of(String rtlPackage, String name) {
    try {
      String source = Files.readString(Checkout.root().resolve("fpga/rtl/" + rtlPackage + ".sv"));
      return new PackedStruct(widths(source.replaceAll("//[^\n]*", ""), name));
    } catch (IOException e) {
      throw new RtlException("cannot read " + rtlPackage, e);
    }
  }

  private static Map<String, Integer> widths(String source, String name) {
    Map<String, Integer> constants = constants(source);
    Map<String, Integer> widths = new LinkedHashMap<>();
    Matcher struct = STRUCT.matcher(source);
    while (struct.find()) {
      if (struct.group(2).equals(name)) {
        Matcher field = FIELD.matcher(struct.group(1));
        while (field.find()) {
          if (field.group(1).equals("logic")) {
            widths.put(field.group(4), width(field, constants));
          } else {
            widths(source, field.group(1))
                .forEach((member, width) -> widths.put(field.group(4) + "." + member, width));
          }
        }
        return widths;
      }
    }
    throw new IllegalArgumentException("no struct " + name);
  }

  private static int width(Matcher field, Map<String, Integer> constants) {
    String high = field.group(2);
    if (high == null) {
      return 1;
    }
    int named = Character.isDigit(high.charAt(0)) ? Integer.parseInt(high) : constants.get(high);
    return field.group(3) == null ? named + 1 : named;
  }

  private static Map<String, Integer> constants(String source) {
    Map<String, Integer> constants = new LinkedHashMap<>();
    Matcher constant = CONSTANT.matcher(source);
    while (constant.find()) {
      int value =
          constant.group(2) != null
              ? Integer.parseInt(constant.group(2))
              : value(constant.group(3), constants) + value(constant.group(4), constants);
      constants.put(constant.group(1), value);
    }
    return constants;
  }

  private static int value(String term, Map<String, Integer> constants) {
    return Character.isDigit(term.charAt(0)) ? Integer.parseInt(term) : constants.get(term);
  }

  /** Bits of the whole struct. */
  int bits() {
    return bits;
  }

  /** A field's value on a port that is this struct. */
  long get(RtlPort port, String field) {
    int[] place = place(field);
    return port.getBits(place[0], place[1]);
  }

  /** Sets a field on a port that is this struct. */
  void set(RtlPort port, String field, long value) {
    int[] place = place(field);
    port.setBits(place[0], place[1], value);
  }

  /** Sets bits of a field wider than 64. */
  void set(RtlPort port, String field, int lsb, int width, long value) {
    port.setBits(place(field)[0] + lsb, width, value);
  }

  private int[] place(String field) {
    int[] place = fields.get(field);
    if (place == null) {
      throw new IllegalArgumentException("no field " + field + " among " + fields.keySet());
    }
    return place;
  }
}
