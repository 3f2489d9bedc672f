package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.client.Requests;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.SelfTradePrevention;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two ways to say a request: typed, and as CSV. */
class ClientRequestTest {
  private static final long ID = 12;
  private static final int ACCOUNT = 65;
  private static final int SESSION = 8;

  @Test
  void readsALimitOrderEitherWay() {
    Requests order = new Requests();
    order.limit(ID, ACCOUNT, 1, Side.BUY, 5480, 100);

    same(order, ClientPrompt.read("buy 1 100 @ 5480"));
    same(order, ClientPrompt.read("  BUY 1 100 @5480 gtc "));
    same(order, ClientCsv.read("buy,1,100,5480"));
    same(order, ClientCsv.read("buy, 1, 100, 5480, gtc,,"));
  }

  @Test
  void readsWhatConcernsMarginEitherWay() {
    Requests whatIf = new Requests();
    whatIf.whatIf(ID, 9, 2, Side.SELL, 62_000, 7);
    Requests margin = new Requests();
    margin.marginQuery(ID, ACCOUNT);
    Requests mark = new Requests();
    mark.setMark(ID, 2, 61_500);
    Requests volatility = new Requests();
    volatility.setVolatility(ID, 3, 550_000);
    Requests deposit = new Requests();
    deposit.moveCash(ID, 9, 1_000_000);
    Requests withdrawal = new Requests();
    withdrawal.moveCash(ID, ACCOUNT, -5);

    same(whatIf, ClientPrompt.read("what-if-sell 2 7 @ 62000 account 9"));
    same(whatIf, ClientCsv.read("what-if-sell,2,7,62000,,9"));
    same(margin, ClientPrompt.read("margin"));
    same(margin, ClientCsv.read("margin"));
    same(mark, ClientPrompt.read("mark 2 61500"));
    same(mark, ClientCsv.read("mark,2,,61500"));
    same(volatility, ClientPrompt.read("volatility 3 550000"));
    same(volatility, ClientCsv.read("volatility,3,550000"));
    same(deposit, ClientPrompt.read("deposit 1000000 account 9"));
    same(deposit, ClientCsv.read("deposit,,1000000,,,9"));
    same(withdrawal, ClientPrompt.read("withdraw 5"));
    same(withdrawal, ClientCsv.read("withdraw,,5"));
  }

  @Test
  void readsWhatRiskGroupsFollowAndPortfoliosEitherWay() {
    Requests portfolio = new Requests();
    portfolio.whatIfPortfolio(ID, 9);
    portfolio.leg(2, 10);
    portfolio.leg(3, -5);
    Requests greeks = new Requests();
    greeks.followGreeks(ID, ACCOUNT, 500);
    Requests smile = new Requests();
    smile.reportVolatilities(ID, 1, 1_798_185_600_000_000_000L, 600_000, 550_000, 650_000);
    Requests tier = new Requests();
    tier.setFeeTier(ID, 9, 3);

    same(portfolio, ClientPrompt.read("what-if 2:10 3:-5 account 9"));
    same(portfolio, ClientCsv.read("what-if,,,,,9,,2:10 3:-5"));
    same(greeks, ClientPrompt.read("greeks 500"));
    same(greeks, ClientCsv.read("greeks,,500"));
    same(smile, ClientPrompt.read("smile 1 1798185600 600000 550000 650000"));
    same(smile, ClientCsv.read("smile,1,,,,,,600000 550000 650000,,1798185600"));
    same(tier, ClientPrompt.read("fee-tier 3 account 9"));
    same(tier, ClientCsv.read("fee-tier,,3,,,9"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what-if | a portfolio has 1 to 8 legs such as 2:-10",
        "what-if 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 | a portfolio has 1 to 8 legs such as 2:-10",
        "what-if 1 | leg '1' is not INSTRUMENT:LOTS, as 2:-10",
        "what-if 1:2147483648 | lots 2147483648 is out of range",
        "smile 1 1798185600 | a smile has 1 to 8 volatilities",
        "smile 1 1798185600 -1 | volatility -1 is out of range",
        "fee-tier 8 | tier 8 is out of range",
        "greeks -1 | interval -1 is out of range"
      })
  void whatCannotBeAskedOfMarginIsTold(String line, String reason) {
    assertEquals(
        reason,
        assertThrows(IllegalArgumentException.class, () -> ClientPrompt.read(line)).getMessage());
  }

  @Test
  void readsImmediateAndMarketOrdersEitherWay() {
    Requests immediate = new Requests();
    immediate.limit(ID, 9, 2, Side.SELL, -5, 7).timeInForce(TimeInForce.IOC);
    Requests market = new Requests();
    market.market(ID, ACCOUNT, 2, Side.SELL, 7);

    same(immediate, ClientPrompt.read("sell 2 7 @ -5 ioc account 9"));
    same(immediate, ClientCsv.read("sell,2,7,-5,ioc,9"));
    same(market, ClientPrompt.read("sell 2 7"));
    same(market, ClientCsv.read("sell,2,7,,ioc"));
  }

  @Test
  void readsEveryOptionOfAnOrderEitherWay() {
    Requests order = new Requests();
    order
        .limit(ID, ACCOUNT, 1, Side.BUY, 5, 7)
        .selfTradePrevention(SelfTradePrevention.CANCEL_BOTH)
        .flags()
        .postOnly(true);
    Requests reduce = new Requests();
    reduce
        .limit(ID, ACCOUNT, 1, Side.BUY, 5, 7)
        .timeInForce(TimeInForce.FOK)
        .selfTradePrevention(SelfTradePrevention.CANCEL_RESTING)
        .flags()
        .reduceOnly(true);

    same(order, ClientPrompt.read("buy 1 7 @ 5 post-only self-trade both"));
    same(order, ClientCsv.read("buy,1,7,5,,,,post-only,both"));
    same(reduce, ClientPrompt.read("buy 1 7 @ 5 self-trade resting reduce-only fok"));
    same(reduce, ClientCsv.read("buy,1,7,5,fok,,,reduce-only,resting"));
  }

  @Test
  void readsAReplaceByEitherId() {
    Requests byVenue = new Requests();
    byVenue.replace(ID, ACCOUNT, 1, 77, 5, 10).flags().postOnly(true);
    Requests byClient = new Requests();
    byClient.replaceByClientOrderId(ID, 4, 1, 3, 5, 10);

    same(byVenue, ClientPrompt.read("replace #77 1 10 @ 5 post-only"));
    same(byVenue, ClientCsv.read("replace,1,10,5,,,#77,post-only"));
    same(byClient, ClientPrompt.read("replace 3 1 10 @ 5 account 4"));
    same(byClient, ClientCsv.read("replace,1,10,5,,4,3"));
  }

  @Test
  void readsAMassCancelOfEachScope() {
    Requests all = new Requests();
    all.massCancel(ID);
    Requests ofAccount = new Requests();
    ofAccount.massCancel(ID).account(ACCOUNT);
    Requests ofSession = new Requests();
    ofSession.massCancel(ID).session(SESSION).instrument(2);
    Requests ofBoth = new Requests();
    ofBoth.massCancel(ID).session(SESSION).account(4);

    same(all, ClientPrompt.read("cancel-all everything"));
    same(all, ClientCsv.read("cancel-all,,,,,,,everything"));
    same(ofAccount, ClientPrompt.read("cancel-all"));
    same(ofAccount, ClientCsv.read("cancel-all"));
    same(ofSession, ClientPrompt.read("cancel-all session instrument 2"));
    same(ofSession, ClientCsv.read("cancel-all,2,,,,,,session"));
    same(ofBoth, ClientPrompt.read("cancel-all account 4 session"));
  }

  @Test
  void readsWhatOperatorsSay() {
    Requests halt = new Requests();
    halt.setPhase(ID, 1, Phase.HALTED);
    Requests band = new Requests();
    band.setBand(ID, 1, -5, 90);
    Requests window = new Requests();
    window.setWindow(ID, 1, -100);

    same(halt, ClientPrompt.read("halt 1"));
    same(halt, ClientCsv.read("halt,1"));
    same(band, ClientPrompt.read("band 1 -5 90"));
    same(band, ClientCsv.read("band,1,,-5,,,,,,90"));
    same(window, ClientPrompt.read("window 1 -100"));
    same(window, ClientCsv.read("window,1,,-100"));
  }

  @Test
  void readsACancelByEitherId() {
    Requests byVenue = new Requests();
    byVenue.cancel(ID, ACCOUNT, 77);
    Requests byClient = new Requests();
    byClient.cancelByClientOrderId(ID, 2, 3);

    same(byVenue, ClientPrompt.read("cancel #77"));
    same(byVenue, ClientCsv.read("cancel,,,,,,#77"));
    same(byClient, ClientPrompt.read("cancel 3 account 2"));
  }

  @Test
  void passesOverLinesThatSayNothing() {
    assertNull(ClientCsv.read(RequestFields.COLUMNS));
    assertNull(ClientCsv.read(""));
    assertNull(ClientCsv.read("# a remark"));
  }

  @ParameterizedTest
  @CsvSource({
    "buy,instrument is missing",
    "buy 1,quantity is missing",
    "buy 1 ten @ 5,no whole number",
    "buy 1 10 @,price is missing",
    "buy 1 10 gtc,a market order is ioc",
    "buy 1 10 @ 5 day,too much",
    "buy 1 10 @ 5 self-trade never,self trade is",
    "replace 3 1 10 @ 5 reduce-only,flags are post-only",
    "buy 4294967296 10 @ 5,out of range",
    "band 1 5,to_price is missing",
    "cancel,order is missing",
    "hold 1,unknown command"
  })
  void saysWhatIsWrongWithALine(String line, String words) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> ClientPrompt.read(line)).getMessage();

    assertTrue(message.contains(words), message);
  }

  private static void same(Requests expected, ClientRequest read) {
    Requests written = new Requests();
    read.write(written, ID, ACCOUNT, SESSION);
    assertEquals(expected.toString(), written.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hold,1,2,3", "buy,1,2,3,day", "buy,1,,3", "buy,1,2,3,gtc,1,2,,,,11", "cancel,3"})
  void refusesCsvThatDoesNotFit(String line) {
    assertThrows(IllegalArgumentException.class, () -> ClientCsv.read(line));
  }
}
