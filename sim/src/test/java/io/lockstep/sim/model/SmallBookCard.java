package io.lockstep.sim.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.GroupCommittedDecoder;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.sim.lockstep.MessageText;
import io.lockstep.sim.model.SmallBook.Holding;
import io.lockstep.sim.model.SmallBook.Order;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.agrona.concurrent.UnsafeBuffer;

/** A {@link SmallBook} on a card, whichever it is, and what the card says of it. */
final class SmallBookCard {
  private static final int ACCOUNT = SmallBook.ACCOUNT;
  private static final int STRANGER = 2;
  private static final long STRANGERS_CASH = 1L << 50;
  private static final int STRANGERS_IDS = 100;
  private static final int HALF_WINDOW = 32;

  private final Function<UnsafeBuffer, List<UnsafeBuffer>> card;
  private final SmallBook book;
  private long strangers = STRANGERS_IDS;

  /** On a card after a reset. */
  SmallBookCard(Function<UnsafeBuffer, List<UnsafeBuffer>> card, SmallBook book) {
    this.card = card;
    this.book = book;
    load();
  }

  private void load() {
    for (Holding of : book.holdings) {
      int base = of.middle() - HALF_WINDOW;
      done(
          MarginTerms.setInstrument(
              of.instrument(),
              base,
              of.middle() - 20,
              of.middle() + 20,
              RandomTerms.MAX_PRICE,
              of.terms()));
      done(MarginTerms.setFees(of.instrument(), 0, of.fees()));
      MarginTerms.stage(of.instrument(), of.array()).forEach(this::done);
    }
    for (int group = 0; group < book.groups(); group++) {
      UnsafeBuffer commit =
          TestMargin.commit(group, book.initialFactors[group], book.maintenanceFactors[group], 1)
              .bytes;
      expect(GroupCommittedDecoder.TEMPLATE_ID, send(commit).get(0));
    }
    for (int account : new int[] {ACCOUNT, STRANGER}) {
      long itsCash = account == ACCOUNT ? book.cash : STRANGERS_CASH;
      done(TestMargin.loadAccount(account, 0, 0, itsCash, MarginStatus.HEALTHY).bytes);
      for (int group = 0; group < book.groups(); group++) {
        long addOn = account == ACCOUNT ? book.addOns[group] : 0;
        done(TestMargin.loadPortfolio(account, group, addOn, 1).bytes);
      }
      for (Holding of : book.holdings) {
        int lots = account == ACCOUNT ? of.lots() : 0;
        done(TestMargin.loadPosition(account, of.instrument(), of.terms().group(), lots).bytes);
      }
    }
    done(TestDefinitions.endOfLoad().bytes);
  }

  private List<UnsafeBuffer> send(UnsafeBuffer command) {
    return card.apply(command);
  }

  private void done(UnsafeBuffer command) {
    expect(DoneDecoder.TEMPLATE_ID, send(command).get(0));
  }

  private static void expect(int template, UnsafeBuffer event) {
    assertEquals(template, template(event), () -> MessageText.decoded(event, 0));
  }

  private static int template(UnsafeBuffer event) {
    return new EventHeaderDecoder().wrap(event, 0).templateId();
  }

  /** Sends a parked order; what it reserves a lot, or empty if margin refused it. */
  OptionalLong enter(Order order, boolean bySystem) {
    TestCommand command = parked(order.id(), order, order.isBid(), order.lots(), ACCOUNT);
    UnsafeBuffer first = send((bySystem ? command.bySystem() : command).bytes).get(0);
    if (template(first) == RejectedDecoder.TEMPLATE_ID) {
      RejectReason reason = new RejectedDecoder().wrap(first, 0, 64, 1).reason();
      assertEquals(RejectReason.MARGIN_INSUFFICIENT, reason);
      return OptionalLong.empty();
    }
    expect(AcceptedDecoder.TEMPLATE_ID, first);
    return OptionalLong.of(new AcceptedDecoder().wrap(first, 0, 64, 1).reserve());
  }

  private static TestCommand parked(long id, Order order, boolean isBid, int lots, int account) {
    return TestCommand.order(id, isBid ? Side.BUY : Side.SELL, order.price(), lots)
        .account(account)
        .instrument(order.of().instrument())
        .parked();
  }

  /** Fills lots of an order at its limit, in a cross; the fee that the account paid. */
  long fill(Order order, int lots) {
    long other = strangers++;
    UnsafeBuffer against = parked(other, order, !order.isBid(), lots, STRANGER).bytes;
    expect(AcceptedDecoder.TEMPLATE_ID, send(against).get(0));
    long bid = order.isBid() ? order.id() : other;
    long ask = order.isBid() ? other : order.id();
    TestCommand cross = TestCommand.cross(bid, ask, order.price(), lots);
    Optional<TradeDecoder> trade =
        send(cross.instrument(order.of().instrument()).bytes).stream()
            .filter(event -> template(event) == TradeDecoder.TEMPLATE_ID)
            .map(event -> new TradeDecoder().wrap(event, 0, 64, 1))
            .findFirst();
    return order.isBid() ? trade.orElseThrow().takerFee() : trade.orElseThrow().makerFee();
  }

  /** What the card says of everything. */
  MarginView audit() {
    return new MarginView(send(TestMargin.audit().bytes));
  }
}
