package io.lockstep.sim.model;

import io.lockstep.schema.card.AuditAccountEncoder;
import io.lockstep.schema.card.AuditGroupEncoder;
import io.lockstep.schema.card.AuditInstrumentEncoder;
import io.lockstep.schema.card.AuditLanesEncoder;
import io.lockstep.schema.card.AuditOrderEncoder;
import io.lockstep.schema.card.AuditPortfolioEncoder;
import io.lockstep.schema.card.AuditPositionEncoder;
import io.lockstep.schema.card.AuditTermsEncoder;
import io.lockstep.schema.card.OrderPlace;
import io.lockstep.sim.model.margin.AccountMargin;
import io.lockstep.sim.model.margin.InstrumentTerms;
import io.lockstep.sim.model.margin.Portfolio;
import io.lockstep.sim.model.margin.RiskGroup;

/** The lines of an audit, written behind the events of the command. */
final class AuditLines {
  private final EventWriter events;
  private final Messages bytes;
  private int lines;

  AuditLines(EventWriter events) {
    this.events = events;
    this.bytes = events.messages();
  }

  /** None are written yet. */
  void begin() {
    lines = 0;
  }

  /** Lines written since they began. */
  int count() {
    return lines;
  }

  void instrument(Instrument instrument) {
    int at = next(AuditInstrumentEncoder.TEMPLATE_ID);
    bytes.putShort(at + AuditInstrumentEncoder.instrumentEncodingOffset(), instrument.number);
    bytes.putInt(at + AuditInstrumentEncoder.windowBaseEncodingOffset(), instrument.windowBase());
    bytes.putInt(at + AuditInstrumentEncoder.bandLowEncodingOffset(), instrument.bandLow());
    bytes.putInt(at + AuditInstrumentEncoder.bandHighEncodingOffset(), instrument.bandHigh());
    bytes.putInt(at + AuditInstrumentEncoder.maxPriceEncodingOffset(), instrument.maxPrice());
    bytes.putInt(at + AuditInstrumentEncoder.maxQuantityEncodingOffset(), instrument.maxQuantity());
    bytes.putInt(at + AuditInstrumentEncoder.ordersEncodingOffset(), instrument.liveOrders());
  }

  /**
   * @param rank of the order in its level, from 0; 0 of a parked one.
   */
  void order(OrderPool pool, int slot, int rank) {
    OrderPlace place = pool.isParked(slot) ? OrderPlace.PARKED : OrderPlace.RESTING;
    int at = next(AuditOrderEncoder.TEMPLATE_ID);
    bytes.putInt(at + AuditOrderEncoder.accountEncodingOffset(), pool.account(slot));
    bytes.putLong(at + AuditOrderEncoder.orderIdEncodingOffset(), pool.id(slot));
    bytes.putLong(at + AuditOrderEncoder.reserveEncodingOffset(), pool.reserve(slot));
    bytes.putInt(at + AuditOrderEncoder.sessionEncodingOffset(), pool.session(slot));
    bytes.putInt(at + AuditOrderEncoder.priceEncodingOffset(), pool.price(slot));
    bytes.putInt(at + AuditOrderEncoder.totalEncodingOffset(), pool.total(slot));
    bytes.putInt(at + AuditOrderEncoder.filledEncodingOffset(), pool.filled(slot));
    bytes.putInt(at + AuditOrderEncoder.rankEncodingOffset(), rank);
    bytes.putInt(at + AuditOrderEncoder.selfTradeGroupEncodingOffset(), pool.group(slot));
    bytes.putShort(at + AuditOrderEncoder.instrumentEncodingOffset(), pool.instrument(slot));
    bytes.putByte(at + AuditOrderEncoder.placeEncodingOffset(), place.value());
    bytes.putByte(at + AuditOrderEncoder.sideEncodingOffset(), pool.side(slot));
  }

  void position(Positions positions, int slot) {
    int at = next(AuditPositionEncoder.TEMPLATE_ID);
    bytes.putInt(at + AuditPositionEncoder.accountEncodingOffset(), positions.account(slot));
    bytes.putInt(at + AuditPositionEncoder.positionEncodingOffset(), positions.lots(slot));
    bytes.putInt(at + AuditPositionEncoder.openBidsEncodingOffset(), positions.openBids(slot));
    bytes.putInt(at + AuditPositionEncoder.openAsksEncodingOffset(), positions.openAsks(slot));
    bytes.putShort(
        at + AuditPositionEncoder.instrumentEncodingOffset(), positions.instrument(slot));
  }

  /** What margin knows of an instrument. */
  void terms(int instrument, InstrumentTerms terms) {
    int at = next(AuditTermsEncoder.TEMPLATE_ID);
    bytes.putShort(at + AuditTermsEncoder.instrumentEncodingOffset(), instrument);
    bytes.putShort(at + AuditTermsEncoder.groupEncodingOffset(), terms.groupNumber());
    bytes.putInt(at + AuditTermsEncoder.multiplierEncodingOffset(), (int) terms.multiplier());
    bytes.putInt(at + AuditTermsEncoder.closeBandEncodingOffset(), (int) terms.closeBand());
    bytes.putLong(at + AuditTermsEncoder.worstFeeEncodingOffset(), terms.worstFee());
    bytes.putLong(at + AuditTermsEncoder.feeSumEncodingOffset(), terms.fees.checksum());
    bytes.putLong(at + AuditTermsEncoder.arraySumEncodingOffset(), terms.arrayChecksum());
    bytes.putInt(at + AuditTermsEncoder.markEncodingOffset(), terms.markOrNone());
    bytes.putInt(at + AuditTermsEncoder.positionLimitEncodingOffset(), terms.positionLimit());
    bytes.putByte(
        at + AuditTermsEncoder.valuedEncodingOffset(), terms.current().isValued() ? 1 : 0);
  }

  void portfolio(Portfolio portfolio) {
    int at = next(AuditPortfolioEncoder.TEMPLATE_ID);
    bytes.putInt(at + AuditPortfolioEncoder.accountEncodingOffset(), portfolio.accountNumber());
    bytes.putLong(at + AuditPortfolioEncoder.laneSumEncodingOffset(), portfolio.sums.checksum());
    bytes.putLong(at + AuditPortfolioEncoder.addOnEncodingOffset(), portfolio.addOn());
    bytes.putLong(
        at + AuditPortfolioEncoder.initialMarginEncodingOffset(), portfolio.initialMargin());
    bytes.putLong(
        at + AuditPortfolioEncoder.maintenanceMarginEncodingOffset(),
        portfolio.maintenanceMargin());
    bytes.putLong(at + AuditPortfolioEncoder.valueEncodingOffset(), portfolio.sums.value());
    bytes.putShort(at + AuditPortfolioEncoder.groupEncodingOffset(), portfolio.groupNumber());
    bytes.putByte(at + AuditPortfolioEncoder.olderEncodingOffset(), portfolio.isStale() ? 1 : 0);
  }

  /** Two scenarios of a portfolio, from an even one on. */
  void lanes(Portfolio portfolio, int scenario) {
    int at = next(AuditLanesEncoder.TEMPLATE_ID);
    bytes.putInt(at + AuditLanesEncoder.accountEncodingOffset(), portfolio.accountNumber());
    bytes.putLong(at + AuditLanesEncoder.positions0EncodingOffset(), portfolio.sums.held(scenario));
    bytes.putLong(at + AuditLanesEncoder.worst0EncodingOffset(), portfolio.sums.worst(scenario));
    bytes.putLong(
        at + AuditLanesEncoder.positions1EncodingOffset(), portfolio.sums.held(scenario + 1));
    bytes.putLong(
        at + AuditLanesEncoder.worst1EncodingOffset(), portfolio.sums.worst(scenario + 1));
    bytes.putShort(at + AuditLanesEncoder.groupEncodingOffset(), portfolio.groupNumber());
    bytes.putShort(at + AuditLanesEncoder.scenarioEncodingOffset(), scenario);
  }

  /**
   * @param margin null without margin.
   */
  void account(int account, int selfTradeGroup, int feeTier, AccountMargin margin) {
    int at = next(AuditAccountEncoder.TEMPLATE_ID);
    bytes.putInt(at + AuditAccountEncoder.accountEncodingOffset(), account);
    bytes.putInt(at + AuditAccountEncoder.selfTradeGroupEncodingOffset(), selfTradeGroup);
    bytes.putByte(at + AuditAccountEncoder.feeTierEncodingOffset(), feeTier);
    if (margin != null) {
      accountMargin(at, margin);
    }
  }

  private void accountMargin(int at, AccountMargin margin) {
    bytes.putByte(at + AuditAccountEncoder.statusEncodingOffset(), margin.reported().value());
    bytes.putLong(at + AuditAccountEncoder.cashEncodingOffset(), margin.cash());
    bytes.putLong(at + AuditAccountEncoder.reserveEncodingOffset(), margin.reserve());
    bytes.putLong(at + AuditAccountEncoder.initialMarginEncodingOffset(), margin.initialMargin());
    bytes.putLong(
        at + AuditAccountEncoder.maintenanceMarginEncodingOffset(), margin.maintenanceMargin());
  }

  void group(int number, RiskGroup group) {
    int at = next(AuditGroupEncoder.TEMPLATE_ID);
    bytes.putInt(at + AuditGroupEncoder.epochEncodingOffset(), group.epoch());
    bytes.putInt(at + AuditGroupEncoder.staleEncodingOffset(), group.stalePortfolios());
    bytes.putShort(at + AuditGroupEncoder.groupEncodingOffset(), number);
    bytes.putShort(at + AuditGroupEncoder.initialFactorEncodingOffset(), group.initialFactor());
    bytes.putShort(
        at + AuditGroupEncoder.maintenanceFactorEncodingOffset(), group.maintenanceFactor());
  }

  private int next(int template) {
    lines++;
    return events.next(template);
  }
}
