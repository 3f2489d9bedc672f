package io.lockstep.sim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.rtl.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of pairs names what docs/card.md names, section by section. */
class CommandRulesTest {
  private static final Pattern REASON = Pattern.compile("`([A-Z_]+)`");

  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");

  private static final Map<String, List<TemplateId>> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("New", List.of(TemplateId.NEW));
    SECTIONS.put("Cancel", List.of(TemplateId.CANCEL));
    SECTIONS.put("Replace", List.of(TemplateId.REPLACE));
    SECTIONS.put("Mass cancel", List.of(TemplateId.MASS_CANCEL));
    SECTIONS.put("Park and unpark", List.of(TemplateId.PARK, TemplateId.UNPARK));
    SECTIONS.put("Cross", List.of(TemplateId.CROSS));
    SECTIONS.put("Set instrument", List.of(TemplateId.SET_INSTRUMENT));
    SECTIONS.put("Set band", List.of(TemplateId.SET_BAND));
    SECTIONS.put("Set window", List.of(TemplateId.SET_WINDOW));
    SECTIONS.put("Set account", List.of(TemplateId.SET_ACCOUNT));
    SECTIONS.put(
        "Open and close position", List.of(TemplateId.OPEN_POSITION, TemplateId.CLOSE_POSITION));
    SECTIONS.put(
        "Load position, load order, end of load",
        List.of(TemplateId.LOAD_POSITION, TemplateId.LOAD_ORDER, TemplateId.END_OF_LOAD));
    SECTIONS.put("Audit", List.of(TemplateId.AUDIT));
    SECTIONS.put("Barrier", List.of(TemplateId.BARRIER));
  }

  /** What load position takes over from open position, "as" which it is refused. */
  private static final Set<RejectReason> AS_OPEN_POSITION =
      EnumSet.of(RejectReason.POSITION_OUT_OF_RANGE, RejectReason.POSITION_OCCUPIED);

  @Test
  void everyCommandHasASection() {
    Set<TemplateId> named =
        SECTIONS.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(TemplateId.class)));
    assertEquals(EnumSet.copyOf(CommandRules.WITHOUT_MARGIN.commands()), named);
  }

  @Test
  void theReasonsOfASectionAreThoseOfItsCommands() throws IOException {
    String page = Files.readString(Checkout.root().resolve("docs/card.md"));
    SECTIONS.forEach(
        (title, commands) -> {
          Set<RejectReason> named = reasons(section(page, title));
          // Every command is refused for a flag that it does not name.
          named.add(RejectReason.UNSUPPORTED_FIELD);
          if (commands.contains(TemplateId.LOAD_POSITION)) {
            named.addAll(AS_OPEN_POSITION);
          }
          Set<RejectReason> ruled = EnumSet.noneOf(RejectReason.class);
          commands.forEach(command -> ruled.addAll(CommandRules.WITHOUT_MARGIN.reasons(command)));
          assertEquals(named, ruled, title);
        });
  }

  @Test
  void marginAddsTheCommandsOfItsChapter() throws IOException {
    Set<TemplateId> named = EnumSet.copyOf(CommandRules.WITHOUT_MARGIN.commands());
    paragraphsOfMargin().forEach(paragraph -> named.addAll(commands(paragraph)));
    assertEquals(EnumSet.copyOf(CommandRules.WITH_MARGIN.commands()), named);
  }

  @Test
  void theReasonsOfAParagraphOfMarginAreThoseThatItsCommandsGetByIt() throws IOException {
    for (String paragraph : paragraphsOfMargin()) {
      Set<TemplateId> commands = commands(paragraph);
      Set<RejectReason> named = reasons(paragraph);
      named.add(RejectReason.UNSUPPORTED_FIELD);
      if (commands.contains(TemplateId.LOAD_PORTFOLIO)) {
        named.addAll(CommandRules.WITH_MARGIN.reasons(TemplateId.OPEN_PORTFOLIO));
      }
      assertEquals(union(named, withoutMargin(commands)), withMargin(commands), paragraph);
    }
  }

  @Test
  void theGateAddsItsReasonsToNewAndReplace() throws IOException {
    String page = Files.readString(Checkout.root().resolve("docs/card.md"));
    Set<TemplateId> orders = EnumSet.of(TemplateId.NEW, TemplateId.REPLACE);
    Set<RejectReason> named = reasons(section(page, "The gate"));
    named.remove(RejectReason.UNKNOWN_ORDER);
    assertEquals(union(named, withoutMargin(orders)), withMargin(orders));
    // An instrument is valued as long as an order of it is live.
    assertFalse(
        CommandRules.WITH_MARGIN.reasons(TemplateId.REPLACE).contains(RejectReason.NOT_VALUED));
  }

  private static Set<RejectReason> withoutMargin(Set<TemplateId> commands) {
    Set<RejectReason> reasons = EnumSet.noneOf(RejectReason.class);
    for (TemplateId command : commands) {
      boolean isNew = !CommandRules.WITHOUT_MARGIN.commands().contains(command);
      reasons.addAll(isNew ? Set.of() : CommandRules.WITHOUT_MARGIN.reasons(command));
    }
    return reasons;
  }

  private static Set<RejectReason> withMargin(Set<TemplateId> commands) {
    Set<RejectReason> reasons = EnumSet.noneOf(RejectReason.class);
    commands.forEach(command -> reasons.addAll(CommandRules.WITH_MARGIN.reasons(command)));
    return reasons;
  }

  private static Set<RejectReason> union(Set<RejectReason> one, Set<RejectReason> other) {
    Set<RejectReason> all = EnumSet.copyOf(one);
    all.addAll(other);
    return all;
  }

  /** Each begins with the commands that it is about, in bold. */
  private static List<String> paragraphsOfMargin() throws IOException {
    String page = Files.readString(Checkout.root().resolve("docs/card.md"));
    return Arrays.stream(section(page, "Commands of margin").split("\n\n"))
        .filter(paragraph -> paragraph.contains("**"))
        .toList();
  }

  private static Set<TemplateId> commands(String paragraph) {
    return BOLD.matcher(paragraph)
        .results()
        .map(found -> found.group(1).toUpperCase(Locale.ROOT).replaceAll("[ -]", "_"))
        .map(TemplateId::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TemplateId.class)));
  }

  private static String section(String page, String title) {
    int from = page.indexOf("\n### " + title + "\n");
    int to = page.indexOf("\n##", from + 1);
    return page.substring(from, to);
  }

  private static Set<RejectReason> reasons(String text) {
    Set<String> all =
        EnumSet.allOf(RejectReason.class).stream().map(Enum::name).collect(Collectors.toSet());
    return REASON
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .filter(all::contains)
        .map(RejectReason::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(RejectReason.class)));
  }
}
