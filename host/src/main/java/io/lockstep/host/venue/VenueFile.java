package io.lockstep.host.venue;

import io.lockstep.host.margin.RiskGroup;
import io.lockstep.schema.client.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads and checks a venue file. Its format stands in {@code venue-sample.yaml}. */
final class VenueFile {
  private static final String SAMPLE = "/venue-sample.yaml";

  private static final List<String> SECTIONS = List.of("instruments", "participants", "accounts");
  private static final List<String> MORE_SECTIONS = List.of("riskGroups");
  private static final List<String> INSTRUMENT_KEYS =
      List.of(
          "id",
          "name",
          "priceExponent",
          "tickSize",
          "windowBase",
          "bandLow",
          "bandHigh",
          "maxPrice",
          "referencePrice",
          "collar",
          "maxQuantity",
          "multiplier");
  private static final List<String> INSTRUMENT_OPTIONS = List.of("phase", "breaker", "margin");
  private static final List<String> BREAKER_KEYS = List.of("halt", "call");
  private static final List<String> PHASES = List.of("continuous", "call", "halted", "closed");
  private static final List<String> PARTICIPANT_KEYS = List.of("id", "name", "key", "operator");
  private static final List<String> ACCOUNT_KEYS = List.of("id", "owner", "selfTradeGroup");
  private static final List<String> ACCOUNT_OPTIONS = List.of("feeTier");
  private static final int FEE_TIER_MAX = 7;

  private static final int INSTRUMENT_ID_MAX = 0xFFFF;
  private static final int QUANTITY_MAX = (1 << 28) - 1;
  private static final long U32_MAX = 0xFFFF_FFFFL;
  private static final int EXPONENT_MAX = 18;

  private final Mistakes mistakes;
  private final MarginSection margin;

  private VenueFile(String file) {
    mistakes = new Mistakes(file);
    margin = new MarginSection(mistakes);
  }

  static Venue sample() {
    try (InputStream in = VenueFile.class.getResourceAsStream(SAMPLE)) {
      return read(new InputStreamReader(in, StandardCharsets.UTF_8), SAMPLE.substring(1));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Venue read(Path file) {
    try {
      return read(new StringReader(Files.readString(file)), file.toString());
    } catch (IOException unreadable) {
      throw new VenueException("cannot read the venue file: " + unreadable);
    }
  }

  /**
   * @param file its name in messages.
   */
  static Venue read(Reader text, String file) {
    return new VenueFile(file).read(text);
  }

  private Venue read(Reader text) {
    Node root = compose(text);
    mistakes.throwIfAny();
    Entry sections = new Entry(root, "the venue", SECTIONS, MORE_SECTIONS, mistakes);
    List<Venue.Instrument> instruments = list(sections, "instruments", this::instrument);
    List<Venue.Participant> participants = list(sections, "participants", this::participant);
    Set<Integer> owners =
        participants.stream().map(Venue.Participant::id).collect(Collectors.toSet());
    List<Venue.Account> accounts = list(sections, "accounts", node -> account(node, owners));
    List<RiskGroup> groups = list(sections, "riskGroups", margin::group);
    mistakes.throwIfAny();
    groups.sort(Comparator.comparingInt(RiskGroup::id));
    MarginTerms terms = margin.terms(groups, instruments, root);
    mistakes.throwIfAny();
    instruments.sort(Comparator.comparingInt(Venue.Instrument::id));
    participants.sort(Comparator.comparingInt(Venue.Participant::id));
    accounts.sort(Comparator.comparingInt(Venue.Account::id));
    return new Venue(instruments, participants, accounts, terms);
  }

  private Node compose(Reader text) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(text);
      if (root == null) {
        mistakes.add(1, "the file is empty");
      }
      return root;
    } catch (MarkedYAMLException notYaml) {
      mistakes.add(notYaml.getProblemMark().getLine() + 1, notYaml.getProblem());
    } catch (YAMLException notYaml) {
      mistakes.add(1, notYaml.getMessage());
    }
    return null;
  }

  private <T> List<T> list(Entry sections, String name, Function<Node, T> read) {
    List<T> entries = new ArrayList<>();
    if (!sections.has(name)) {
      return entries;
    }
    Node section = sections.value(name);
    if (!(section instanceof SequenceNode) || ((SequenceNode) section).getValue().isEmpty()) {
      mistakes.add(section, name + " must be a list with at least one entry");
      return entries;
    }
    Set<Long> ids = new HashSet<>();
    for (Node node : ((SequenceNode) section).getValue()) {
      entries.add(read.apply(node));
      checkIdIsNew(node, ids);
    }
    return entries;
  }

  private void checkIdIsNew(Node node, Set<Long> ids) {
    Entry entry = new Entry(node, "", List.of("id"), new Mistakes(""));
    if (entry.has("id") && !ids.add(entry.integer("id", Long.MIN_VALUE, Long.MAX_VALUE))) {
      mistakes.add(entry.value("id"), "id is used above");
    }
  }

  private Venue.Instrument instrument(Node node) {
    Entry entry = new Entry(node, "an instrument", INSTRUMENT_KEYS, INSTRUMENT_OPTIONS, mistakes);
    Venue.Instrument instrument =
        new Venue.Instrument(
            (int) entry.integer("id", 0, INSTRUMENT_ID_MAX),
            entry.text("name", "\\S.*", "a text"),
            (int) entry.integer("priceExponent", -EXPONENT_MAX, EXPONENT_MAX),
            entry.integer("tickSize", 1, Integer.MAX_VALUE),
            (int) entry.integer("windowBase", Integer.MIN_VALUE + 1, Integer.MAX_VALUE),
            (int) entry.integer("bandLow", Integer.MIN_VALUE + 1, Integer.MAX_VALUE),
            (int) entry.integer("bandHigh", Integer.MIN_VALUE + 1, Integer.MAX_VALUE),
            entry.integer("maxPrice", 1, Integer.MAX_VALUE),
            entry.integer("maxQuantity", 1, QUANTITY_MAX),
            entry.integer("collar", 0, Integer.MAX_VALUE),
            entry.integer("referencePrice", Integer.MIN_VALUE + 1, Integer.MAX_VALUE),
            entry.integer("multiplier", 1, U32_MAX),
            Phase.valueOf(entry.word("phase", PHASES, "continuous").toUpperCase(Locale.ROOT)),
            breaker(entry));
    if (INSTRUMENT_KEYS.stream().allMatch(entry::has)) {
      checkPrices(entry, instrument);
    }
    if (entry.has("margin")) {
      margin.instrument(instrument, entry.value("margin"));
    }
    return instrument;
  }

  private Venue.Breaker breaker(Entry instrument) {
    if (!instrument.has("breaker")) {
      return Venue.Breaker.NONE;
    }
    Entry entry = new Entry(instrument.value("breaker"), "a breaker", BREAKER_KEYS, mistakes);
    Venue.Breaker breaker = new Venue.Breaker(entry.durationNs("halt"), entry.durationNs("call"));
    if (BREAKER_KEYS.stream().allMatch(entry::has) && breaker.equals(Venue.Breaker.NONE)) {
      entry.mistake("halt", "halt or call must last some time, or there is no breaker");
    }
    return breaker;
  }

  private static void checkPrices(Entry entry, Venue.Instrument of) {
    if (of.bandLow() > of.bandHigh()) {
      entry.mistake("bandLow", "bandLow must not be above bandHigh");
    }
    if (of.bandLow() < of.windowBase()) {
      entry.mistake("bandLow", "bandLow must not be below windowBase");
    }
    if (of.referencePrice() < of.bandLow() || of.referencePrice() > of.bandHigh()) {
      entry.mistake("referencePrice", "referencePrice must be inside the band");
    }
    if (of.maxPrice() < Math.max(Math.abs((long) of.bandLow()), Math.abs((long) of.bandHigh()))) {
      entry.mistake("maxPrice", "maxPrice must reach to the ends of the band");
    }
  }

  private Venue.Participant participant(Node node) {
    Entry entry = new Entry(node, "a participant", PARTICIPANT_KEYS, mistakes);
    return new Venue.Participant(
        (int) entry.integer("id", 1, Integer.MAX_VALUE),
        entry.text("name", "\\S.*", "a text"),
        entry.text("key", "[!-~]{8,64}", "8 to 64 visible ASCII characters"),
        entry.text("operator", "true|false", "true or false").equals("true"));
  }

  private Venue.Account account(Node node, Set<Integer> owners) {
    Entry entry = new Entry(node, "an account", ACCOUNT_KEYS, ACCOUNT_OPTIONS, mistakes);
    Venue.Account account =
        new Venue.Account(
            (int) entry.integer("id", 0, Integer.MAX_VALUE),
            (int) entry.integer("owner", 1, Integer.MAX_VALUE),
            (int) entry.integer("selfTradeGroup", 0, U32_MAX),
            entry.has("feeTier") ? (int) entry.integer("feeTier", 0, FEE_TIER_MAX) : 0);
    if (entry.has("owner") && !owners.contains(account.owner())) {
      entry.mistake("owner", "owner " + account.owner() + " is not a participant");
    }
    return account;
  }
}
