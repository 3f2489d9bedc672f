package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.cli.ClientRequest.Action;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two ways to say a request: typed, and as CSV. */
class ClientRequestTest {
  private static final OptionalLong NONE = OptionalLong.empty();

  @Test
  void readsALimitOrderEitherWay() {
    ClientRequest order =
        new ClientRequest(Action.BUY, 1, 100, OptionalLong.of(5480), false, NONE, 0, false);

    assertEquals(order, ClientPrompt.read("buy 1 100 @ 5480"));
    assertEquals(order, ClientPrompt.read("  BUY 1 100 @5480 gtc "));
    assertEquals(order, ClientCsv.read("buy,1,100,5480"));
    assertEquals(order, ClientCsv.read("buy, 1, 100, 5480, gtc,,"));
  }

  @Test
  void readsImmediateAndMarketOrdersEitherWay() {
    ClientRequest immediate =
        new ClientRequest(
            Action.SELL, 2, 7, OptionalLong.of(-5), true, OptionalLong.of(9), 0, false);
    ClientRequest market = new ClientRequest(Action.SELL, 2, 7, NONE, true, NONE, 0, false);

    assertEquals(immediate, ClientPrompt.read("sell 2 7 @ -5 ioc account 9"));
    assertEquals(immediate, ClientCsv.read("sell,2,7,-5,ioc,9"));
    assertEquals(market, ClientPrompt.read("sell 2 7"));
    assertEquals(market, ClientCsv.read("sell,2,7,,ioc"));
  }

  @Test
  void readsACancelByEitherId() {
    assertEquals(3, ClientPrompt.read("cancel 3").order());
    assertEquals(ClientPrompt.read("cancel #77"), ClientCsv.read("cancel,,,,,,#77"));
    assertTrue(ClientCsv.read("cancel,,,,,,#77").byVenueId());
    assertEquals(OptionalLong.of(2), ClientPrompt.read("cancel 3 account 2").account());
  }

  @Test
  void passesOverLinesThatSayNothing() {
    assertNull(ClientCsv.read(ClientCsv.COLUMNS));
    assertNull(ClientCsv.read(""));
    assertNull(ClientCsv.read("# a remark"));
  }

  @ParameterizedTest
  @CsvSource({
    "buy,instrument is missing",
    "buy 1,quantity is missing",
    "buy 1 ten @ 5,no whole number",
    "buy 1 10 @,price is missing",
    "buy 1 10 gtc,cannot rest",
    "buy 1 10 @ 5 fok,too much",
    "cancel,order is missing",
    "hold 1,unknown command"
  })
  void saysWhatIsWrongWithALine(String line, String words) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> ClientPrompt.read(line)).getMessage();

    assertTrue(message.contains(words), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hold,1,2,3", "buy,1,2,3,fok", "buy,1,,3", "buy,1,2,3,gtc,1,2,3", "cancel,3"})
  void refusesCsvThatDoesNotFit(String line) {
    assertThrows(IllegalArgumentException.class, () -> ClientCsv.read(line));
  }
}
