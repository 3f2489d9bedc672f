package io.lockstep.host.engine;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.host.RefusalCounters;
import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.snapshot.EngineStateDecoder;
import io.lockstep.schema.snapshot.EngineStateEncoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;

/**
 * The engine's agent: reads the log, moves requests through stage A, the card and stage B. Its only
 * inputs are the log and the card's events. One thread; never blocks; allocates nothing once warm.
 */
public final class Engine implements Agent {
  /** Events that a command may have beside one for each live order and instrument. */
  private static final int OTHER_EVENTS = 64;

  private static final int LOG_MESSAGES_A_TURN = 32;

  private final RunningCard runningCard;
  private final RequestQueue queue;
  private final LogState state;
  private final OrderTable orders;
  private final Calls calls;
  private final PendingReactions reactions;
  private final RequestKinds kinds;
  private final Settlement settlement;
  private final ReportStream stream;
  private final BookReports book;
  private final SnapshotParts snapshot;
  private final LogMessage message = new LogMessage();
  private final LogSource.Reader onLogMessage = this::onLogMessage;
  private LogSource log;

  /** How many want that no message is taken from the log. */
  private int holds;

  private ReactionOutput reactionOutput = ReactionOutput.CLOSED;
  private long lastSequence;
  private long lastTimeNs;
  private long admittedPosition;

  /** Kind of the drained message at hand, or null. */
  private RequestKind drained;

  /** What margin makes of the message at hand is not all given out. */
  private boolean marginWorks;

  /** An engine that stops when its card is lost. */
  public Engine(
      LogSource log, Card card, int commandsInFlight, Output output, RefusalCounters refusals) {
    this(log, card, Spares.NONE, commandsInFlight, output, refusals);
  }

  /**
   * @param log the ordered, stamped stream.
   * @param card reset and empty; the engine is its one user.
   * @param spares gives the card that takes over when this one is lost.
   * @param commandsInFlight most requests between log and report, at most the slots that the card
   *     has beyond its live orders: each may hold one that the card then refuses.
   * @param output where reports go.
   * @param refusals counts those of the engine and the card.
   */
  public Engine(
      LogSource log,
      Card card,
      Spares spares,
      int commandsInFlight,
      Output output,
      RefusalCounters refusals) {
    this.log = log;
    CardDescription capacity = card.description();
    if (capacity.orderSlots() - capacity.liveOrders() < commandsInFlight) {
      throw new IllegalArgumentException(
          "a card with " + capacity + " has no slots to spare for " + commandsInFlight);
    }
    EventBuffer events = new EventBuffer(answerEventsMax(capacity));
    queue = new RequestQueue(commandsInFlight);
    calls = new Calls(capacity);
    state = LogState.of(capacity);
    orders = new OrderTable(capacity, state.positions(), calls);
    stream = new ReportStream(output);
    reactions = new PendingReactions(Math.max(capacity.instruments(), capacity.accounts()));
    book = new BookReports(stream, orders, state.instruments());
    kinds = new RequestKinds(state, orders, calls, reactions, stream, book);
    settlement =
        new Settlement(
            events,
            queue,
            state,
            orders,
            calls,
            reactions,
            stream,
            book,
            kinds.marginSettlement(),
            refusals);
    runningCard = new RunningCard(card, spares, queue, events, this::newLoader);
    snapshot =
        new SnapshotParts(
            state.parts(),
            new OrderSnapshot(orders),
            calls,
            reactions,
            stream,
            kinds.loadState(),
            new LogPlace());
  }

  /** Each live order may end in a trade, with a change of both accounts' status. */
  private static int answerEventsMax(CardDescription capacity) {
    int perOrder = capacity.portfolios() > 0 ? 3 : 1;
    return perOrder * capacity.liveOrders()
        + capacity.portfolios()
        + capacity.instruments()
        + OTHER_EVENTS;
  }

  /**
   * One turn.
   *
   * @throws CardLostException when the card is lost, and there is no spare.
   * @throws IllegalStateException when log and card contradict each other.
   */
  @Override
  public int doWork() {
    int work = drive();
    for (int i = 0; i < LOG_MESSAGES_A_TURN && holds == 0; i++) {
      if (log.poll(onLogMessage) == 0) {
        break;
      }
      work += 1 + drive();
    }
    return work + reactions.offer(reactionOutput);
  }

  @Override
  public String roleName() {
    return "engine";
  }

  /** True when every message that the engine took is settled. */
  public boolean isIdle() {
    return queue.isEmpty() && drained == null && !marginWorks;
  }

  /** Position of the log stream up to which the engine took messages. */
  public long logPosition() {
    return admittedPosition;
  }

  /** Sequence of the last log message that the engine took; 0: none. */
  public long logSequence() {
    return lastSequence;
  }

  /** Time of the last log message that the engine took. */
  public long logTimeNs() {
    return lastTimeNs;
  }

  /** Tells all sessions that the log knows, in the order of their ids. */
  public void forEachSession(SessionVisitor visitor) {
    state.sessions().forEach(visitor);
  }

  /** Tells the public books, orders in no given order; to be called while the engine is idle. */
  public void forEachBook(BookVisitor visitor) {
    Invariant.check(isIdle(), "a book is told while nothing changes it");
    for (int id = 0; id < state.instruments().capacity(); id++) {
      Instrument instrument = state.instruments().get(id);
      if (instrument != null) {
        book.tell(instrument, visitor);
      }
    }
  }

  /** Number of the last report. */
  public long outputSequence() {
    return stream.outputSequence();
  }

  /** True once the venue is defined and the card takes orders. */
  public boolean isLoaded() {
    return kinds.isLoaded();
  }

  /**
   * From now on the log comes from elsewhere, and reports go elsewhere: to be called while the
   * engine is idle, once a recording is read to its end. Reactions leave only from then on: those
   * that the recording holds come from there.
   */
  public void continueWith(
      LogSource nextLog, Output nextOutput, ReactionOutput nextReactionOutput) {
    Invariant.check(isIdle(), "nothing is under way while the log changes");
    log = nextLog;
    stream.continueWith(nextOutput);
    reactionOutput = nextReactionOutput;
  }

  /** Stops taking log messages, so that the engine comes to rest. */
  public void hold() {
    holds++;
  }

  /** Ends a {@link #hold}; when all have ended, log messages are taken again. */
  public void release() {
    holds--;
    Invariant.check(holds >= 0, "every hold ends once");
  }

  /** Writes all that a restart needs; to be called while the engine is idle. */
  public void write(SnapshotWriter to) {
    Invariant.check(isIdle(), "a snapshot is of what is settled");
    snapshot.write(to);
  }

  /**
   * Takes in what {@link #write} wrote; to be called before the first turn.
   *
   * @param logPosition that the engine had then.
   */
  public void read(SnapshotReader from, long logPosition) {
    snapshot.read(from);
    admittedPosition = logPosition;
    calls.restoreBooks(state.instruments(), orders);
  }

  /** Definitions that did not fit the card. */
  public long definitionsRefused() {
    return kinds.definitionsRefused();
  }

  /** Orders that rest, are parked, or are on their way to the card. */
  public int liveOrders() {
    return orders.used();
  }

  /** Requests between the log and their reports. */
  public int commandsInFlight() {
    return queue.size();
  }

  /** Reactions that were asked for and are not in the log yet. */
  public int reactionsPending() {
    return reactions.size();
  }

  /**
   * What loads a card with all that the engine knows; to be asked for, and used, while it is idle.
   */
  public CardLoader loader() {
    Invariant.check(isIdle(), "what a card is loaded with is settled");
    return newLoader();
  }

  // ------------------------------------------------------------------ the card

  /** The card that runs. Others may use it while the engine is idle and held. */
  public Card card() {
    return runningCard.card();
  }

  /**
   * Goes on with another card, while it is idle and held.
   *
   * @param next holds what {@link #loader} gave out.
   */
  public void changeCard(Card next) {
    Invariant.check(holds > 0 && isIdle(), "nothing is under way while the card changes");
    runningCard.change(next);
  }

  /**
   * Loads the card that runs, after its reset, with what {@link #read} took in.
   *
   * @throws CardLostException when it is lost, and there is no spare.
   */
  public void loadCard() {
    Invariant.check(isIdle(), "what a card is loaded with is settled");
    runningCard.load(lastSequence + 1);
  }

  /** What the card holds is worth nothing: it is replaced like a lost one. */
  public void giveUpCard() {
    runningCard.giveUp();
  }

  private CardLoader newLoader() {
    return new CardLoader(state, orders, kinds.isLoaded());
  }

  // ------------------------------------------------------------------ a turn

  private int drive() {
    int work = goOn() + runningCard.offer() + runningCard.poll() + settlement.settle();
    boolean replaces = runningCard.isLost() && settlement.isDone();
    return replaces ? work + runningCard.replace(lastSequence + 1) : work;
  }

  private boolean onLogMessage(DirectBuffer buffer, int offset, int length, long endPosition) {
    if (drained != null || marginWorks) {
      return false;
    }
    message.wrap(buffer, offset, endPosition);
    RequestKind kind = kinds.of(message);
    boolean drains = kind.isDrained(message);
    if (drains ? !queue.isEmpty() : !queue.admits()) {
      return false;
    }
    Invariant.check(message.sequence() == lastSequence + 1, "the log has no gap");
    lastSequence = message.sequence();
    lastTimeNs = message.timeNs();
    kind.admit(message, queue);
    drained = drains ? kind : null;
    marginWorks = !drains && kinds.marginWork().begin(message);
    admittedPosition = endPosition;
    return true;
  }

  /** Goes on with a drained message, until nothing follows from it any more. */
  private int goOn() {
    int pushed = 0;
    while (drained != null && queue.admits()) {
      if (drained.next(message, queue.next())) {
        queue.push();
        pushed++;
      } else if (queue.isEmpty()) {
        drained = null;
        marginWorks = kinds.marginWork().begin(message);
      } else {
        break;
      }
    }
    return pushed + goOnWithMargin();
  }

  private int goOnWithMargin() {
    int pushed = 0;
    while (marginWorks && queue.admits()) {
      marginWorks = kinds.marginWork().next(message, queue.next());
      if (marginWorks) {
        queue.push();
        pushed++;
      }
    }
    return pushed;
  }

  private final class LogPlace implements SnapshotPart {
    @Override
    public void write(SnapshotWriter to) {
      to.next(new EngineStateEncoder()).logSequence(lastSequence).logTimeNs(lastTimeNs);
    }

    @Override
    public boolean read(SnapshotReader from) {
      if (from.templateId() != EngineStateDecoder.TEMPLATE_ID) {
        return false;
      }
      EngineStateDecoder record = from.as(new EngineStateDecoder());
      lastSequence = record.logSequence();
      lastTimeNs = record.logTimeNs();
      return true;
    }
  }
}
