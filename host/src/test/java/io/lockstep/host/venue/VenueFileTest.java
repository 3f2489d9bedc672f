package io.lockstep.host.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.CardDescription;
import io.lockstep.schema.client.Phase;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A venue file is read as it says, and each mistake is told with its line. */
class VenueFileTest {
  private static final String GOOD =
      """
      instruments:
        - id: 7
          name: TEST
          priceExponent: -2
          tickSize: 5
          windowBase: 1_000
          bandLow: 1100
          bandHigh: 1900
          maxPrice: 4000
          referencePrice: 1500
          collar: 50
          maxQuantity: 10000
          multiplier: 3
      participants:
        - {id: 1, name: alice, key: alice-key, operator: false}
        - {id: 2, name: carol, key: carol-key, operator: true}
      accounts:
        - {id: 10, owner: 1, selfTradeGroup: 4_294_967_295}
      """;

  private static final String ACCOUNT = "  - {id: 10, owner: 1, selfTradeGroup: 4_294_967_295}";

  @Test
  void readsEveryFieldOfAnInstrument() {
    assertEquals(
        new Venue.Instrument(
            7,
            "TEST",
            -2,
            5,
            1_000,
            1_100,
            1_900,
            4_000,
            10_000,
            50,
            1_500,
            3,
            Phase.CONTINUOUS,
            Venue.Breaker.NONE),
        read(GOOD).instruments().get(0));
  }

  @Test
  void readsParticipantsAndAccounts() {
    assertEquals(
        new Venue.Participant(1, "alice", "alice-key", false), read(GOOD).participants().get(0));
    assertEquals(Set.of(2), read(GOOD).operators());
    assertEquals(new Venue.Account(10, 1, -1), read(GOOD).accounts().get(0));
  }

  @Test
  void theSampleIsGoodAndFitsTheSmallestCard() {
    Venue.sample().checkFits(card(64, 4_096, 16_384));
  }

  @Test
  void neverPrintsAKey() {
    assertTrue(!read(GOOD).toString().contains("alice-key"));
  }

  @Test
  void tellsEachMistakeWithItsLine() {
    refuses("id: 7", "id: x", "2: id must be an integer from 0 to 65535, not x");
    refuses(
        "tickSize: 5", "tickSize: 0", "5: tickSize must be an integer from 1 to 2147483647, not 0");
    refuses("bandLow: 1100", "bandLow: 999", "7: bandLow must not be below windowBase");
    refuses("bandHigh: 1900", "bandHigh: 1099", "7: bandLow must not be above bandHigh");
    refuses("maxPrice: 4000", "maxPrice: 1899", "9: maxPrice must reach to the ends of the band");
    refuses(
        "referencePrice: 1500",
        "referencePrice: 1901",
        "10: referencePrice must be inside the band");
    refuses(
        "maxQuantity: 10000",
        "maxQuantity: 268435456",
        "12: maxQuantity must be an integer from 1 to 268435455, not 268435456");
    refuses("name: TEST", "name: ''", "3: name must be a text");
    refuses("key: alice-key", "key: short", "15: key must be 8 to 64 visible ASCII characters");
    refuses("operator: true", "operator: yes", "16: operator must be true or false");
    refuses("owner: 1", "owner: 3", "18: owner 3 is not a participant");
    refuses(
        "selfTradeGroup: 4_294_967_295",
        "selfTradeGroup: -1",
        "18: selfTradeGroup must be an integer from 0 to 4294967295, not -1");
    refuses(ACCOUNT, ACCOUNT + "\n" + ACCOUNT, "19: id is used above");
    refuses(
        "collar: 50",
        "collar: 50\n    phase: open",
        "12: phase must be one of [continuous, call, halted, closed], not open");
    refuses("collar: 50", "color: 50", "11: an instrument has unknown key 'color'");
    refuses("    collar: 50\n", "", "2: an instrument lacks key 'collar'");
    refuses("collar: 50", "collar: 50\n    collar: 50", "12: an instrument has key 'collar' twice");
    refuses("accounts:\n" + ACCOUNT + "\n", "", "1: the venue lacks key 'accounts'");
    refuses(ACCOUNT, "  []", "18: accounts must be a list with at least one entry");
    refuses(ACCOUNT, "  - 10", "18: an account must have the keys [id, owner, selfTradeGroup]");
    refuses("accounts:", "accounts: {", "18: ");
    refuses(GOOD, "", "1: the file is empty");
  }

  @Test
  void anInstrumentBeginsInThePhaseThatItNames() {
    for (Phase phase : new Phase[] {Phase.CONTINUOUS, Phase.CALL, Phase.HALTED, Phase.CLOSED}) {
      String named = "collar: 50\n    phase: " + phase.name().toLowerCase(Locale.ROOT);
      Venue venue = read(GOOD.replace("collar: 50", named));
      assertEquals(phase, venue.instruments().get(0).phase());
    }
  }

  @Test
  void anInstrumentHasABreakerOnlyIfItSaysSo() {
    assertEquals(Venue.Breaker.NONE, read(GOOD).instruments().get(0).breaker());
    assertEquals(
        new Venue.Breaker(5_000_000_000L, 90_000_000_000L), breaker("halt: 5s, call: 90s"));
    assertEquals(new Venue.Breaker(0, 250_000_000L), breaker("halt: 0s, call: 250ms"));
    assertEquals(
        new Venue.Breaker(86_400_000_000_000L, 60_000_000_000L), breaker("call: 1min, halt: 24h"));
  }

  private static Venue.Breaker breaker(String times) {
    return read(withBreaker(times)).instruments().get(0).breaker();
  }

  private static String withBreaker(String times) {
    return GOOD.replace("collar: 50", "collar: 50\n    breaker: {" + times + "}");
  }

  @Test
  void tellsWhatIsWrongWithABreaker() {
    String rule = " must be a time from 0s to 24h, such as 500ms, not ";
    for (String wrong : new String[] {"5", "-5s", "5 s", "25h", "1441min", "5us", "9999999s"}) {
      String message = message(withBreaker("halt: " + wrong + ", call: 1s"));
      assertTrue(message.contains("venue.yaml:12: halt" + rule + wrong), message);
    }
    assertMistake("halt: 0s, call: 0s", "halt or call must last some time, or there is no breaker");
    assertMistake("halt: 5s", "a breaker lacks key 'call'");
    assertMistake("halt: 5s, call: 5s, pause: 1s", "a breaker has unknown key 'pause'");
  }

  private static void assertMistake(String times, String expected) {
    String message = message(withBreaker(times));
    assertTrue(message.contains("venue.yaml:12: " + expected), message);
  }

  @Test
  void tellsAllMistakesAtOnce() {
    String message = message(GOOD.replace("id: 7", "id: x").replace("owner: 1", "owner: 3"));
    assertTrue(message.contains("venue.yaml:2: ") && message.contains("venue.yaml:18: "), message);
  }

  @Test
  void tellsWhenTheFileCannotBeRead() {
    VenueException refused =
        assertThrows(VenueException.class, () -> Venue.read(Path.of("/no/such/venue.yaml")));
    assertTrue(refused.getMessage().contains("/no/such/venue.yaml"), refused.getMessage());
  }

  @Test
  void refusesWhatTheCardHasNoRoomFor() {
    Venue venue = read(GOOD);
    assertThrows(VenueException.class, () -> venue.checkFits(card(7, 4_096, 16_384)));
    assertThrows(VenueException.class, () -> venue.checkFits(card(8, 900, 16_384)));
    assertThrows(VenueException.class, () -> venue.checkFits(card(8, 4_096, 10)));
    assertThrows(VenueException.class, () -> venue.checkFits(card(8, Integer.MAX_VALUE, 16_384)));
    venue.checkFits(card(8, 901, 11));
  }

  private static void refuses(String good, String bad, String expected) {
    assertTrue(GOOD.contains(good), good);
    String message = message(GOOD.replace(good, bad));
    assertTrue(message.contains("venue.yaml:" + expected), message);
  }

  private static String message(String text) {
    return assertThrows(VenueException.class, () -> read(text)).getMessage();
  }

  private static Venue read(String text) {
    return VenueFile.read(new StringReader(text), "venue.yaml");
  }

  private static CardDescription card(int instruments, int levels, int accounts) {
    return new CardDescription(
        1, 0, 1, 1, 0, instruments, levels, 512, 256, accounts, 0, 0, 0, 0, 256);
  }
}
