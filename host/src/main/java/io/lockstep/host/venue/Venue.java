package io.lockstep.host.venue;

import io.lockstep.driver.CardDescription;
import io.lockstep.host.margin.RiskGroup;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.ScenarioSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the venue trades and who may trade there. Checked by the reader of the venue file.
 *
 * @param instruments by rising id.
 * @param participants by rising id.
 * @param accounts by rising id.
 * @param margin what margin knows of it.
 */
public record Venue(
    List<Instrument> instruments,
    List<Participant> participants,
    List<Account> accounts,
    MarginTerms margin) {

  private static final Map<ScenarioSet, Integer> SCENARIOS =
      Map.of(ScenarioSet.SPAN_16, 16, ScenarioSet.GRID_31, 31, ScenarioSet.TIMS_10, 10);

  /** One without margin. */
  public Venue(
      List<Instrument> instruments, List<Participant> participants, List<Account> accounts) {
    this(instruments, participants, accounts, MarginTerms.NONE);
  }

  /** Copies the lists. */
  public Venue {
    instruments = List.copyOf(instruments);
    participants = List.copyOf(participants);
    accounts = List.copyOf(accounts);
  }

  /**
   * An instrument. Prices of clients are integers in its price unit; everything in ticks is a
   * multiple of the tick size.
   *
   * @param id from 0, below the card's number of instruments.
   * @param name for people.
   * @param priceExponent a price unit is 10 to this power of the currency; for display only.
   * @param tickSize price units a tick.
   * @param windowBase lowest price of the book, ticks.
   * @param bandLow no trade below, ticks.
   * @param bandHigh no trade above, ticks.
   * @param maxPrice largest absolute price, ticks.
   * @param maxQuantity largest order, lots.
   * @param collar how far from the mark a market order may trade, ticks.
   * @param referencePrice the mark before the first one, ticks.
   * @param multiplier scaled minor units a tick and lot.
   * @param phase that it begins in.
   * @param breaker what a trade at the edge of the band starts.
   */
  public record Instrument(
      int id,
      String name,
      int priceExponent,
      long tickSize,
      int windowBase,
      int bandLow,
      int bandHigh,
      long maxPrice,
      long maxQuantity,
      long collar,
      long referencePrice,
      long multiplier,
      Phase phase,
      Breaker breaker) {}

  /**
   * What a trade at the edge of the band starts: a halt, then a call, then continuous trading.
   *
   * @param haltNs how long the halt lasts.
   * @param callNs how long the call lasts.
   */
  public record Breaker(long haltNs, long callNs) {
    /** There is none. */
    public static final Breaker NONE = new Breaker(0, 0);
  }

  /**
   * Who may log on.
   *
   * @param id as in a logon.
   * @param name for people.
   * @param key ASCII, to be kept secret.
   * @param operator may set phases, bands and windows, and cancel anybody's orders.
   */
  public record Participant(int id, String name, String key, boolean operator) {
    /** Without the key, which has no place in a log. */
    @Override
    public String toString() {
      return "Participant[id=" + id + ", name=" + name + ", operator=" + operator + "]";
    }
  }

  /**
   * What an order is for.
   *
   * @param id below the card's number of accounts.
   * @param owner a participant.
   * @param selfTradeGroup accounts of one group do not trade with each other, an unsigned number;
   *     0: only not with itself.
   * @param feeTier 0 to 7; 0 without margin.
   */
  public record Account(int id, int owner, int selfTradeGroup, int feeTier) {
    /** One of the first fee tier. */
    public Account(int id, int owner, int selfTradeGroup) {
      this(id, owner, selfTradeGroup, 0);
    }
  }

  /** The sample that stands beside this class, {@code venue-sample.yaml}. */
  public static Venue sample() {
    return VenueFile.sample();
  }

  /**
   * Reads a venue file; its format is documented in {@code venue-sample.yaml}.
   *
   * @throws VenueException with file, line and reason of each mistake.
   */
  public static Venue read(Path file) {
    return VenueFile.read(file);
  }

  /**
   * Checks that a card can hold the venue.
   *
   * @throws VenueException when it cannot.
   */
  public void checkFits(CardDescription card) {
    checkMargin(card);
    for (Instrument instrument : instruments) {
      if (instrument.id() >= card.instruments()) {
        throw new VenueException(
            "instrument "
                + instrument.id()
                + ": the card has room for ids below "
                + card.instruments());
      }
      long windowTop = (long) instrument.windowBase() + card.levels() - 1;
      if (windowTop > Integer.MAX_VALUE) {
        throw new VenueException(
            "instrument "
                + instrument.id()
                + ": the card's window would end at tick "
                + windowTop
                + ", beyond the largest price");
      }
      if (instrument.bandHigh() > windowTop) {
        throw new VenueException(
            "instrument "
                + instrument.id()
                + ": bandHigh is beyond the card's window, which ends at tick "
                + windowTop);
      }
    }
    for (Account account : accounts) {
      if (account.id() >= card.accounts()) {
        throw new VenueException(
            "account " + account.id() + ": the card has room for ids below " + card.accounts());
      }
    }
  }

  private void checkMargin(CardDescription card) {
    boolean cardMargins = card.portfolios() > 0;
    if (margin.isMargined() && !cardMargins) {
      throw new VenueException("the venue has risk groups: it needs a card with margin");
    }
    if (!margin.isMargined() && cardMargins) {
      throw new VenueException("the venue has no risk groups: it needs a card without margin");
    }
    for (RiskGroup group : margin.groups()) {
      if (group.id() >= card.groups()) {
        throw new VenueException(
            "risk group " + group.id() + ": the card has room for ids below " + card.groups());
      }
      int scenarios = SCENARIOS.get(group.scenarios());
      if (scenarios > card.scenarios()) {
        throw new VenueException(
            "risk group "
                + group.id()
                + ": its "
                + scenarios
                + " scenarios are more than the "
                + card.scenarios()
                + " of the card");
      }
    }
  }

  /** Ids of the participants that are operators. */
  public Set<Integer> operators() {
    return participants.stream()
        .filter(Participant::operator)
        .map(Participant::id)
        .collect(Collectors.toSet());
  }

  /** The participants' keys, by id. */
  public Map<Integer, byte[]> keys() {
    Map<Integer, byte[]> keys = new HashMap<>();
    for (Participant participant : participants) {
      keys.put(participant.id(), participant.key().getBytes(StandardCharsets.US_ASCII));
    }
    return keys;
  }
}
