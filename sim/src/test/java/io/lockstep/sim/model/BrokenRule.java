package io.lockstep.sim.model;

import io.lockstep.sim.model.PlainState.PlainPosition;
import io.lockstep.sim.model.PlainTerms.Bank;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.agrona.concurrent.UnsafeBuffer;

/** The formulas of margin, each with one rule broken, as it is easily got wrong. */
enum BrokenRule {
  FEE_IS_ROUNDED_DOWN(
      Check.BRUTE_FORCE,
      new PlainFormulas() {
        @Override
        long fee(long rate, long lots, long price, long multiplier) {
          return -super.fee(-rate, lots, price, multiplier);
        }
      }),
  RESERVED_FEE_IS_ROUNDED_DOWN(
      Check.FILLS,
      new PlainFormulas() {
        @Override
        long reservedFee(PlainTerms.Fees fees, long price, long multiplier) {
          return -PlainMoney.share(24, -fees.worst(), price, multiplier);
        }
      }),
  ONLY_THE_TAKERS_RATE_IS_RESERVED(
      Check.FILLS,
      new PlainFormulas() {
        @Override
        long reservedFee(PlainTerms.Fees fees, long price, long multiplier) {
          return super.reservedFee(new PlainTerms.Fees(0, fees.taker(), 0), price, multiplier);
        }
      }),
  NO_FILL_LOSS_IS_RESERVED(
      Check.FILLS,
      new PlainFormulas() {
        @Override
        long fillLoss(PlainOrder order, PlainTerms terms) {
          return 0;
        }
      }),
  A_GOOD_LIMIT_IS_CREDITED(
      Check.FILLS,
      new PlainFormulas() {
        @Override
        long fillLoss(PlainOrder order, PlainTerms terms) {
          return beyondMark(order, terms);
        }
      }),
  AN_ASK_RESERVES_AS_A_BID(
      Check.FILLS,
      new PlainFormulas() {
        @Override
        long fillLoss(PlainOrder order, PlainTerms terms) {
          return Math.max(0, order.price - terms.current.mark);
        }
      }),
  SIZE_IS_NOT_MONOTONE(
      Check.FILLS,
      new PlainFormulas() {
        @Override
        long size(Bank bank, long lots) {
          int part = 0;
          while (part < bank.bounds.length && lots > bank.bounds[part]) {
            part++;
          }
          return lots * bank.slopes[part];
        }
      }),
  SIZE_LOOKS_AT_BIDS_ALONE(
      Check.FILLS,
      new PlainFormulas() {
        @Override
        long largest(long lots, long bids, long asks) {
          return Math.abs(lots + bids);
        }
      }),
  W_LACKS_THE_ASKS(
      Check.FILLS,
      new PlainFormulas() {
        @Override
        long worstOfOpen(long bids, long asks, long profit) {
          return super.worstOfOpen(bids, 0, profit);
        }
      }),
  W_NETS_BIDS_AND_ASKS(
      Check.FILLS,
      new PlainFormulas() {
        @Override
        long worstOfOpen(long bids, long asks, long profit) {
          return Math.min(0, (bids - asks) * profit);
        }
      }),
  SCAN_IS_ROUNDED_DOWN(
      Check.BRUTE_FORCE,
      new PlainFormulas() {
        @Override
        long scanPart(long factor, long[] profits) {
          return factor * Math.max(0, scanLoss(profits)) / 256;
        }
      }),
  SHORT_MINIMUM_COUNTS_LONGS(
      Check.BRUTE_FORCE,
      new PlainFormulas() {
        @Override
        long shortMinimum(Bank bank, long shortLots) {
          return bank.shortMinimum * shortLots;
        }
      }),
  SHORT_MINIMUM_IS_NO_FLOOR(
      Check.BRUTE_FORCE,
      new PlainFormulas() {
        @Override
        long floored(long scan, long minimum) {
          return scan;
        }
      }),
  A_STALE_MAKER_IS_UPDATED_WITH_THE_NEW_BANK(
      Check.FILLS,
      new PlainFormulas() {
        private final Map<PlainPosition, Long> movedWhenOlder = new HashMap<>();

        @Override
        void move(PlainPosition position, long lots, boolean isOlder) {
          super.move(position, lots, isOlder);
          if (isOlder) {
            movedWhenOlder.merge(position, lots, Long::sum);
          }
        }

        @Override
        long profit(PlainPosition position, PlainTerms terms, boolean isOlder, int scenario) {
          if (!isOlder) {
            movedWhenOlder.remove(position);
          }
          long moved = movedWhenOlder.getOrDefault(position, 0L);
          long wrongly = terms.current.profits[scenario] - bank(terms, isOlder).profits[scenario];
          return super.profit(position, terms, isOlder, scenario) + moved * wrongly;
        }
      }),
  A_BREACHED_ACCOUNT_MAY_OPEN(
      Check.BREACH,
      new PlainFormulas() {
        @Override
        boolean closes(boolean isBid, long lots, long openOfItsSide) {
          return true;
        }
      }),
  A_BREACHED_ACCOUNT_MAY_TURN_ITS_POSITION(
      Check.BREACH,
      new PlainFormulas() {
        @Override
        boolean closes(boolean isBid, long lots, long openOfItsSide) {
          return isBid ? lots < 0 : lots > 0;
        }
      }),
  A_BREACHED_ACCOUNT_MAY_RAISE_ITS_REQUIREMENT(
      Check.BRUTE_FORCE,
      new PlainFormulas() {
        @Override
        boolean keepsInitial(long before, long with) {
          return true;
        }
      }),
  A_BREACHED_ACCOUNT_MAY_RAISE_ITS_SCAN_LOSS(
      Check.BREACH,
      new PlainFormulas() {
        @Override
        boolean keepsScanLoss(long before, long filled) {
          return true;
        }
      }),
  A_BREACHED_ACCOUNT_MAY_TRADE_AT_ANY_PRICE(
      Check.BREACH,
      new PlainFormulas() {
        @Override
        boolean isWithinCloseBand(PlainOrder order, PlainTerms terms) {
          return true;
        }
      });

  /** What finds a broken rule, by trying one seed on a card after a reset. */
  enum Check {
    BRUTE_FORCE(BruteForce::check),
    FILLS(FillProperty::check),
    BREACH(BreachProperty::check);

    private interface Try {
      int on(Function<UnsafeBuffer, List<UnsafeBuffer>> card, long seed, int scenarios);
    }

    private final Try trial;

    Check(Try trial) {
      this.trial = trial;
    }

    void on(PlainFormulas formulas, long seed) {
      Capacities capacities =
          seed / 2 % 2 == 0 ? TestCapacities.MARGIN_16 : TestCapacities.MARGIN_32;
      PlainCard card = new PlainCard(capacities, formulas);
      trial.on(card::execute, seed, capacities.scenarios());
    }
  }

  final Check foundBy;
  final PlainFormulas formulas;

  BrokenRule(Check foundBy, PlainFormulas formulas) {
    this.foundBy = foundBy;
    this.formulas = formulas;
  }
}
