package io.lockstep.guest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the guest's kernel mapped memory, from its own list ({@code pat_memtype_list} in debugfs) as
 * the guest printed it.
 */
final class Mappings {
  private static final Pattern MAPPED = Pattern.compile("PAT: \\[mem 0x(\\w+)-0x(\\w+)\\] (\\S+)");

  private Mappings() {}

  /** The types that the list names for a range of addresses or parts of it; {@code to}: past it. */
  static Set<String> types(List<String> printed, long from, long to) {
    Set<String> types = new TreeSet<>();
    for (String line : printed) {
      Matcher mapped = MAPPED.matcher(line);
      if (mapped.find() && address(mapped, 1) < to && address(mapped, 2) > from) {
        types.add(mapped.group(3));
      }
    }
    return types;
  }

  private static long address(Matcher mapped, int group) {
    return Long.parseLong(mapped.group(group), 16);
  }
}
