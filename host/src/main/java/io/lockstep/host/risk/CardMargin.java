package io.lockstep.host.risk;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.MarginWriter;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.OrderType;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.SelfTradePrevention;
import io.lockstep.schema.card.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a portfolio into a card and reads what the card says. The orders are parked, so that they
 * meet nobody, and pass the gate by their number, or, where it refuses one, as the engine's own.
 * The parts of a requirement are what is left of it when the others are committed as nothing.
 */
public final class CardMargin {
  private static final int ACCOUNT = 0;

  /** Whoever the account traded with. */
  private static final int COUNTERPARTY = 1;

  private static final int EPOCH = 1;
  private static final int WORST_FEE_OF_PRICE = 128;

  private final Portfolio portfolio;
  private final CommandWriter commands = new CommandWriter();
  private final MarginWriter margin = new MarginWriter();
  private final CardAnswers answers;
  private final Charged charged;
  private final long[] addOns;

  /**
   * @param card with margin, after its reset; stays open.
   * @throws io.lockstep.host.replay.InputException if it has no room for the portfolio.
   */
  public CardMargin(Card card, Portfolio portfolio) {
    this.portfolio = portfolio;
    answers = new CardAnswers(card, portfolio);
    charged = new Charged(portfolio, answers);
    addOns = AddOns.of(portfolio);
  }

  /**
   * Loads the card and reads it; once.
   *
   * @throws io.lockstep.host.replay.InputException if the card refuses something, with its line.
   * @throws IllegalStateException if the card is lost.
   */
  public Figures run() {
    define();
    charged.commit(Charged.ALL, EPOCH);
    loadAccounts();
    openPositions();
    commands.endOfLoad();
    answers.require(commands.command(), portfolio.file().root());
    tradePositions();
    List<Figures.Order> orders = new ArrayList<>();
    for (int i = 0; i < portfolio.orders().size(); i++) {
      orders.add(enter(i));
    }
    margin.adjust(ACCOUNT, 0); // compares the status, of whatever came before
    answers.require(margin.command(), portfolio.file().root());
    CardAnswers.Audit all = answers.audit();
    return new Figures(
        all.cash(),
        all.reserve(),
        all.initial(),
        all.maintenance(),
        all.status(),
        groups(all),
        orders);
  }

  private void define() {
    for (int i = 0; i < portfolio.instruments().size(); i++) {
      Instrument instrument = portfolio.instruments().get(i);
      long worstFee =
          instrument.maxPrice() * instrument.lot().multiplier() / WORST_FEE_OF_PRICE + 1;
      commands
          .setInstrument(i, 0, 0, 0, instrument.maxPrice(), instrument.lot().positionLimit())
          .multiplier(instrument.lot().multiplier())
          .margin(
              instrument.group(),
              instrument.closeBand(),
              worstFee,
              instrument.lot().positionLimit());
      answers.require(commands.command(), instrument.source());
      Charges terms = instrument.terms();
      margin.feeRow(i, 0, terms.maker(), terms.taker(), terms.auction());
      answers.require(margin.command(), instrument.source());
    }
  }

  private void loadAccounts() {
    int groups = portfolio.underlyings().size();
    margin.loadAccount(ACCOUNT, 0, 0, portfolio.cash(), MarginStatus.HEALTHY);
    answers.require(margin.command(), portfolio.file().root().get("cash"));
    margin.loadAccount(COUNTERPARTY, 0, 0, 0, MarginStatus.HEALTHY);
    answers.require(margin.command(), portfolio.file().root());
    for (int group = 0; group < groups; group++) {
      margin.loadPortfolio(group, ACCOUNT, group, addOns[group], EPOCH);
      answers.require(margin.command(), portfolio.file().root());
      margin.loadPortfolio(groups + group, COUNTERPARTY, group, 0, EPOCH);
      answers.require(margin.command(), portfolio.file().root());
    }
  }

  private void openPositions() {
    int groups = portfolio.underlyings().size();
    for (int i = 0; i < portfolio.instruments().size(); i++) {
      Instrument instrument = portfolio.instruments().get(i);
      int loaded = instrument.entry().isPresent() ? 0 : instrument.position();
      commands.loadPosition(i, ACCOUNT, i, loaded).portfolio(instrument.group());
      answers.require(commands.command(), instrument.source());
      if (instrument.entry().isPresent()) {
        commands
            .loadPosition(counterpartySlot(i), COUNTERPARTY, i, 0)
            .portfolio(groups + instrument.group());
        answers.require(commands.command(), instrument.source());
      }
    }
  }

  private int counterpartySlot(int instrument) {
    return portfolio.instruments().size() + instrument;
  }

  private void tradePositions() {
    for (int i = 0; i < portfolio.instruments().size(); i++) {
      Instrument instrument = portfolio.instruments().get(i);
      int lots = instrument.position();
      if (lots != 0 && instrument.entry().isPresent()) {
        margin
            .transfer(i, instrument.entry().getAsInt(), Math.abs(lots))
            .buyer(lots > 0 ? ACCOUNT : COUNTERPARTY)
            .seller(lots > 0 ? COUNTERPARTY : ACCOUNT)
            .buyerPosition(lots > 0 ? i : counterpartySlot(i))
            .sellerPosition(lots > 0 ? counterpartySlot(i) : i);
        answers.require(margin.command(), instrument.source());
      }
    }
  }

  private Figures.Order enter(int number) {
    OpenOrder order = portfolio.orders().get(number);
    write(order, number);
    boolean passed = answers.send(commands.command()) != RejectReason.MARGIN_INSUFFICIENT;
    if (!passed) {
      write(order, number);
      commands.flags().system(true);
      answers.send(commands.command());
    }
    answers.requireAccepted(order.source());
    return new Figures.Order(passed, answers.reserve());
  }

  private void write(OpenOrder order, int number) {
    commands
        .newOrder(1L + number, order.instrument(), ACCOUNT, 0)
        .kind(OrderType.LIMIT, TimeInForce.GTC, SelfTradePrevention.CANCEL_INCOMING)
        .slots(number, order.instrument())
        .terms(order.side(), order.price(), order.lots());
    commands.flags().parked(true);
  }

  private List<Figures.Group> groups(CardAnswers.Audit all) {
    for (int group = 0; group < addOns.length; group++) {
      margin.adjustAddOn(ACCOUNT, group, -addOns[group]);
      margin.bySystem();
      answers.require(margin.command(), portfolio.file().root());
    }
    List<CardAnswers.GroupAudit> scan = part(Charged.SCAN, EPOCH + 1);
    List<CardAnswers.GroupAudit> shortOptions = part(Charged.SHORT_OPTIONS, EPOCH + 2);
    List<CardAnswers.GroupAudit> size = part(Charged.SIZE, EPOCH + 3);
    List<Figures.Group> groups = new ArrayList<>();
    for (int group = 0; group < addOns.length; group++) {
      CardAnswers.GroupAudit audit = all.groups().get(group);
      groups.add(
          new Figures.Group(
              scan.get(group).required(),
              shortOptions.get(group).required(),
              size.get(group).required(),
              audit.addOn(),
              audit.required(),
              audit.value(),
              audit.held(),
              audit.worst()));
    }
    return groups;
  }

  private List<CardAnswers.GroupAudit> part(Charged.Part part, int epoch) {
    charged.commit(part, epoch);
    margin.sweepChunk(0, 2L * addOns.length);
    answers.require(margin.command(), portfolio.file().root());
    return answers.audit().groups();
  }
}
