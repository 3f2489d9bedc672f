package io.lockstep.host.replay.lobster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.ForwardingCard;
import io.lockstep.host.Cards;
import io.lockstep.host.OpenCard;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.schema.card.TradeEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of the replay, on short days of our own with two levels a side. */
class LobsterReplayTest {
  private static final String ASKS = "110x10 111x20";
  private static final String OUT_OF_TURN =
      "message 3 executes order 8 (5); by price and time the card fills order 7 (5) in its place";

  @TempDir Path folder;

  @Test
  void theFirstRowSeedsTheBookAndHiddenExecutionsAndHaltsChangeNothing() throws IOException {
    LobsterOutcome outcome =
        replay(
            LobsterZip.seeded("100x10 99x20", ASKS)
                .then("5,0,50,105,1", "100x10 99x20", ASKS)
                .then("7,0,0,-1,-1", "100x10 99x20", ASKS));

    assertEquals(List.of(), outcome.differences());
    assertEquals(4, outcome.seeded());
    assertEquals(3, outcome.rows());
    assertEquals(0, outcome.rowsWithLoads());
    assertEquals(1, outcome.audits());
  }

  @Test
  void aLevelThatLeavesIsUnloadedAndLoadedAsTheRowHasItWhenItComesBack() throws IOException {
    LobsterOutcome outcome =
        replay(
            LobsterZip.seeded("100x10 99x20", ASKS)
                .then("1,7,3,101,1", "101x3 100x10", ASKS)
                .then("3,7,3,101,1", "100x10 99x25", ASKS)
                .then("1,8,4,109,-1", "100x10 99x25", "109x4 110x10")
                .then("4,8,4,109,-1", "100x10 99x25", "110x10 111x21"));

    assertEquals(List.of(), outcome.differences());
    assertEquals(2, outcome.rowsWithLoads());
  }

  @Test
  void cancelsOfKnownOrdersAndOfUnknownOnesLowerTheLevel() throws IOException {
    LobsterOutcome outcome =
        replay(
            LobsterZip.seeded("100x10 99x20", ASKS)
                .then("1,7,5,100,1", "100x15 99x20", ASKS)
                .then("2,7,2,100,1", "100x13 99x20", ASKS)
                .then("2,1000,4,100,1", "100x9 99x20", ASKS)
                .then("3,1001,6,100,1", "100x3 99x20", ASKS)
                .then("3,7,3,100,1", "99x20", ASKS)
                .then("3,1002,20,99,1", "", ASKS));

    assertEquals(List.of(), outcome.differences());
  }

  @Test
  void anExecutionTakesWhatIsOldestAtTheBestPrice() throws IOException {
    LobsterOutcome outcome =
        replay(
            LobsterZip.seeded("100x10 99x20", ASKS)
                .then("1,7,5,100,1", "100x15 99x20", ASKS)
                .then("4,1000,10,100,1", "100x5 99x20", ASKS)
                .then("4,7,5,100,1", "99x20", ASKS)
                .then("4,1001,1,110,-1", "99x20", "110x9 111x20"));

    assertEquals(List.of(), outcome.differences());
  }

  /** The last row is wrong on purpose, so that the level's notes show who was filled. */
  @Test
  void whatIsLoadedComesAheadOfTheMessagesOwnOrder() throws IOException {
    LobsterOutcome outcome =
        replay(
            LobsterZip.seeded("101x3 100x10", ASKS)
                .then("1,9,5,99,1", "100x10 99x25", ASKS) // the row loses 101 without a message
                .then("3,1000,3,101,1", "100x10 99x25", ASKS)
                .then("4,1001,10,100,1", "99x25", ASKS)
                .then("4,1002,20,99,1", "99x5", ASKS)
                .then("4,9,4,99,1", "99x7", ASKS));

    assertEquals(
        List.of(
            new RowDifference(
                1, 1, List.of("bid 1.01: card 3, row 0"), List.of(CauseNotes.NO_CAUSE)),
            new RowDifference(
                5, 5, List.of("bid 0.99: card 1, row 7"), List.of(CauseNotes.NO_CAUSE))),
        outcome.differences());
    assertEquals(1, outcome.rowsWithLoads());
  }

  @Test
  void anExecutionOutOfTurnIsTheCauseOfTheRowsThatDifferUntilTheLevelComesBack()
      throws IOException {
    LobsterOutcome outcome =
        replay(
            LobsterZip.seeded("100x10", ASKS)
                .then("1,7,5,101,1", "101x5 100x10", ASKS)
                .then("1,8,5,101,1", "101x10 100x10", ASKS)
                .then("4,8,5,101,1", "101x5 100x10", ASKS)
                .then("3,7,5,101,1", "100x10", ASKS)
                .then("5,0,1,105,1", "100x10", ASKS)
                .then("1,9,2,101,1", "101x2 100x10", ASKS)
                .then("3,9,2,101,1", "100x10", ASKS));

    assertEquals(
        List.of(
            new RowDifference(
                4,
                5,
                List.of("bid 1.01: card 5, row 0"),
                List.of(
                    OUT_OF_TURN, "message 4 deletes order 7 (5), which the card does not have"))),
        outcome.differences());
    assertEquals(2, outcome.rowsThatDiffer());
  }

  @Test
  void aLevelThatAppearsWhereTheRowBeforeCouldShowItIsNotLoaded() throws IOException {
    LobsterOutcome outcome =
        replay(
            LobsterZip.seeded("100x10 98x20", ASKS)
                .then("5,0,1,105,1", "100x10 99x7", ASKS)
                .then("1,5,1,101,1", "101x1 100x10", ASKS));

    assertEquals(
        List.of(
            new RowDifference(
                1, 1, List.of("bid 0.99: card 0, row 7"), List.of(CauseNotes.NO_CAUSE))),
        outcome.differences());
    assertEquals(0, outcome.rowsWithLoads());
  }

  @Test
  void aNewOrderThatTradesOnTheCardIsTheCause() throws IOException {
    LobsterOutcome outcome =
        replay(LobsterZip.seeded("100x10", ASKS).then("1,7,4,110,1", "110x4 100x10", ASKS));

    assertEquals(
        List.of(
            new RowDifference(
                1,
                1,
                List.of("bid 1.10: card 0, row 4", "ask 1.10: card 6, row 10"),
                List.of("message 1 enters order 7 (4), which trades on the card"))),
        outcome.differences());
  }

  @Test
  void anAuditFindsACardWhoseEventsDoNotTellWhatItDid() throws IOException {
    LobsterZip day = LobsterZip.seeded("100x10", ASKS).then("4,1000,4,100,1", "100x6", ASKS);
    LobsterDay read = LobsterDay.read(day.write(folder));
    try (Card card = new CardThatTellsOneLotLess(Cards.open(Cards.MODEL))) {
      LobsterReplay replay =
          new LobsterReplay(new OpenCard(card, Optional.empty()), read, (done, all) -> {});

      String told = assertThrows(IllegalStateException.class, replay::run).getMessage();

      assertTrue(told.contains("an audit lists"), told);
    }
  }

  private LobsterOutcome replay(LobsterZip day) throws IOException {
    LobsterDay read = LobsterDay.read(day.write(folder));
    try (Card card = Cards.open(Cards.MODEL)) {
      OpenCard opened = new OpenCard(card, Optional.empty());
      return new LobsterReplay(opened, read, (done, all) -> {}).run();
    }
  }

  /** Matches as it should, but its trades tell of a lot less. */
  private static final class CardThatTellsOneLotLess extends ForwardingCard {
    CardThatTellsOneLotLess(Card card) {
      super(card);
    }

    @Override
    public int poll(EventHandler handler, int limit) {
      return card.poll(
          (event, offset) -> {
            UnsafeBuffer copy = new UnsafeBuffer(new byte[MESSAGE_BYTES]);
            copy.putBytes(0, event, offset, MESSAGE_BYTES);
            if (new EventHeaderDecoder().wrap(copy, 0).templateId() == TradeDecoder.TEMPLATE_ID) {
              TradeDecoder trade = new TradeDecoder().wrap(copy, 0, MESSAGE_BYTES, 0);
              new TradeEncoder().wrap(copy, 0).quantity(trade.quantity() - 1);
            }
            handler.onEvent(copy, 0);
          },
          limit);
    }
  }
}
