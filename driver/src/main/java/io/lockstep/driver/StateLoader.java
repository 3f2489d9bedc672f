package io.lockstep.driver;

import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditGroupDecoder;
import io.lockstep.schema.card.AuditInstrumentDecoder;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.AuditPortfolioDecoder;
import io.lockstep.schema.card.AuditPositionDecoder;
import io.lockstep.schema.card.AuditTermsDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.OrderPlace;
import io.lockstep.schema.card.SetInstrumentEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Turns the lines of an audit of everything into the commands that load the same state into a card
 * that was reset. Lines name no slots, since those are the host's: it is asked for them.
 *
 * <p>One thread; not for the hot path.
 */
public final class StateLoader implements EventHandler {
  /** What the host alone knows: the slots of the new card. */
  public interface Slots {
    /** The slot of a live order. */
    int ofOrder(long orderId);

    /** The position slot of an account in an instrument. */
    int ofPosition(int account, int instrument);
  }

  private static final int VERSION = AuditInstrumentDecoder.SCHEMA_VERSION;
  private static final long EPOCHS = 1L << 32;

  private final Slots slots;
  private final boolean hasMargin;
  private final MarginState margin;
  private final CommandWriter writer = new CommandWriter();
  private final MarginWriter marginWriter = new MarginWriter();
  private final Map<Integer, UnsafeBuffer> instruments = new TreeMap<>();
  private final Map<Integer, AuditTermsDecoder> terms = new HashMap<>();
  private final List<AuditGroupDecoder> groups = new ArrayList<>();
  private final Set<Integer> groupsWithOlder = new HashSet<>();
  private final List<AuditPortfolioDecoder> portfolios = new ArrayList<>();
  private final List<UnsafeBuffer> accounts = new ArrayList<>();
  private final List<UnsafeBuffer> positions = new ArrayList<>();
  private final List<UnsafeBuffer> orders = new ArrayList<>();

  /** For a card without margin; without any lines yet. */
  public StateLoader(Slots slots) {
    this(slots, false, MarginState.NONE);
  }

  /** For a card with margin; without any lines yet. */
  public StateLoader(Slots slots, MarginState margin) {
    this(slots, true, margin);
  }

  private StateLoader(Slots slots, boolean hasMargin, MarginState margin) {
    this.slots = slots;
    this.hasMargin = hasMargin;
    this.margin = margin;
  }

  /** Takes in an audit line, in the order of the audit; does nothing with another event. */
  @Override
  public void onEvent(DirectBuffer event, int offset) {
    switch (new EventHeaderDecoder().wrap(event, offset).templateId()) {
      case AuditInstrumentDecoder.TEMPLATE_ID ->
          setInstrument(
              new AuditInstrumentDecoder().wrap(event, offset, Card.MESSAGE_BYTES, VERSION));
      case AuditTermsDecoder.TEMPLATE_ID ->
          setTerms(
              new AuditTermsDecoder().wrap(copy(event, offset), 0, Card.MESSAGE_BYTES, VERSION));
      case AuditGroupDecoder.TEMPLATE_ID ->
          groups.add(
              new AuditGroupDecoder().wrap(copy(event, offset), 0, Card.MESSAGE_BYTES, VERSION));
      case AuditPortfolioDecoder.TEMPLATE_ID ->
          addPortfolio(
              new AuditPortfolioDecoder()
                  .wrap(copy(event, offset), 0, Card.MESSAGE_BYTES, VERSION));
      case AuditAccountDecoder.TEMPLATE_ID ->
          accounts.add(
              setAccount(
                  new AuditAccountDecoder().wrap(event, offset, Card.MESSAGE_BYTES, VERSION)));
      case AuditPositionDecoder.TEMPLATE_ID ->
          positions.add(
              loadPosition(
                  new AuditPositionDecoder().wrap(event, offset, Card.MESSAGE_BYTES, VERSION)));
      case AuditOrderDecoder.TEMPLATE_ID ->
          orders.add(
              loadOrder(new AuditOrderDecoder().wrap(event, offset, Card.MESSAGE_BYTES, VERSION)));
      default -> {}
    }
  }

  private static UnsafeBuffer copy(DirectBuffer event, int offset) {
    UnsafeBuffer copy = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    copy.putBytes(0, event, offset, Card.MESSAGE_BYTES);
    return copy;
  }

  /**
   * The commands of the lines taken in, in the order in which the card takes them: instruments,
   * their parameters, accounts, portfolios, positions, orders by priority, end of load. Each is to
   * be answered by a {@code done} or a {@code groupCommitted}.
   */
  public List<UnsafeBuffer> commands() {
    List<UnsafeBuffer> all = new ArrayList<>();
    addInstruments(all, true);
    groups.forEach(group -> addParameters(all, group));
    addInstruments(all, false);
    all.addAll(accounts);
    portfolios.forEach(portfolio -> all.add(loadPortfolio(portfolio)));
    all.addAll(positions);
    all.addAll(orders);
    UnsafeBuffer end = begin();
    writer.endOfLoad();
    all.add(end);
    return all;
  }

  // ---- instruments and what margin knows of them

  /** Those that are valued come before their parameters, the others behind all commits. */
  private void addInstruments(List<UnsafeBuffer> all, boolean valued) {
    instruments.forEach(
        (instrument, command) -> {
          if (isValued(instrument) == valued) {
            all.add(command);
            margin.feeRows(instrument, all::add);
          }
        });
  }

  private boolean isValued(int instrument) {
    AuditTermsDecoder line = terms.get(instrument);
    return line != null && line.valued() != 0;
  }

  private void addParameters(List<UnsafeBuffer> all, AuditGroupDecoder group) {
    int number = group.group();
    if (groupsWithOlder.contains(number)) {
      stage(all, number, true);
      all.add(
          commit(
              number,
              margin.olderInitialFactor(number),
              margin.olderMaintenanceFactor(number),
              (group.epoch() + EPOCHS - 1) % EPOCHS));
    }
    stage(all, number, false);
    all.add(commit(number, group.initialFactor(), group.maintenanceFactor(), group.epoch()));
  }

  private void stage(List<UnsafeBuffer> all, int group, boolean older) {
    terms.forEach(
        (instrument, line) -> {
          if (line.group() == group && isValued(instrument)) {
            margin.stage(instrument, older, all::add);
          }
        });
  }

  private UnsafeBuffer commit(int group, int initial, int maintenance, long epoch) {
    UnsafeBuffer command = begin();
    marginWriter.commitGroup(group, initial, maintenance, epoch);
    return command;
  }

  private void setTerms(AuditTermsDecoder line) {
    terms.put(line.instrument(), line);
    UnsafeBuffer command = instruments.get(line.instrument());
    new SetInstrumentEncoder()
        .wrap(command, 0)
        .group(line.group())
        .multiplier(line.multiplier())
        .closeBand(line.closeBand())
        .worstFee(line.worstFee())
        .positionLimit(line.positionLimit());
  }

  private void addPortfolio(AuditPortfolioDecoder line) {
    portfolios.add(line);
    if (line.older() != 0) {
      groupsWithOlder.add(line.group());
    }
  }

  private UnsafeBuffer loadPortfolio(AuditPortfolioDecoder line) {
    long epoch = 0;
    for (AuditGroupDecoder group : groups) {
      epoch = group.group() == line.group() ? group.epoch() : epoch;
    }
    UnsafeBuffer command = begin();
    marginWriter.loadPortfolio(
        margin.portfolioOf((int) line.account(), line.group()),
        line.account(),
        line.group(),
        line.addOn(),
        (epoch + EPOCHS - line.older()) % EPOCHS);
    return command;
  }

  // ---- what all cards have

  private void setInstrument(AuditInstrumentDecoder line) {
    UnsafeBuffer command = begin();
    writer.setInstrument(
        line.instrument(),
        line.windowBase(),
        line.bandLow(),
        line.bandHigh(),
        line.maxPrice(),
        line.maxQuantity());
    instruments.put(line.instrument(), command);
  }

  private UnsafeBuffer setAccount(AuditAccountDecoder line) {
    UnsafeBuffer command = begin();
    if (hasMargin) {
      marginWriter.loadAccount(
          line.account(), line.selfTradeGroup(), line.feeTier(), line.cash(), line.status());
    } else {
      writer.setAccount(line.account(), line.selfTradeGroup());
    }
    return command;
  }

  private UnsafeBuffer loadPosition(AuditPositionDecoder line) {
    UnsafeBuffer command = begin();
    int slot = positionSlot(line.account(), line.instrument());
    if (hasMargin) {
      int group = terms.get(line.instrument()).group();
      int portfolio = margin.portfolioOf((int) line.account(), group);
      if (isValued(line.instrument())) {
        writer
            .loadPosition(slot, line.account(), line.instrument(), line.position())
            .portfolio(portfolio);
      } else {
        // It is empty: nothing trades that is not valued.
        writer.openPosition(slot, line.account(), line.instrument()).portfolio(portfolio);
      }
    } else {
      writer.loadPosition(slot, line.account(), line.instrument(), line.position());
    }
    return command;
  }

  private UnsafeBuffer loadOrder(AuditOrderDecoder line) {
    UnsafeBuffer command = begin();
    writer
        .loadOrder(
            line.orderId(),
            line.place() == OrderPlace.PARKED,
            slots.ofOrder(line.orderId()),
            positionSlot(line.account(), line.instrument()),
            line.account(),
            line.session())
        .loadTerms(
            line.instrument(),
            line.side(),
            line.price(),
            line.total(),
            line.filled(),
            line.selfTradeGroup())
        .reserve(line.reserve())
        .feeTier((short) margin.feeTierOf(line.orderId()));
    return command;
  }

  private int positionSlot(long account, int instrument) {
    return slots.ofPosition((int) account, instrument);
  }

  private UnsafeBuffer begin() {
    UnsafeBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    writer.into(command, 0);
    marginWriter.into(command, 0);
    return command;
  }
}
