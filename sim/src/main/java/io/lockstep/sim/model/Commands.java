package io.lockstep.sim.model;

import io.lockstep.schema.card.AuditDecoder;
import io.lockstep.schema.card.BarrierDecoder;
import io.lockstep.schema.card.CancelDecoder;
import io.lockstep.schema.card.ClosePositionDecoder;
import io.lockstep.schema.card.CrossDecoder;
import io.lockstep.schema.card.EndOfLoadDecoder;
import io.lockstep.schema.card.LoadOrderDecoder;
import io.lockstep.schema.card.LoadPositionDecoder;
import io.lockstep.schema.card.MassCancelDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.OpenPositionDecoder;
import io.lockstep.schema.card.ParkDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.SetAccountDecoder;
import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.SetWindowDecoder;
import io.lockstep.schema.card.UnparkDecoder;

/** The commands that this card implements; every other template is refused. */
final class Commands {
  private final EventWriter events;
  private final NewCommand newOrder;
  private final CancelCommand cancel;
  private final ReplaceCommand replace;
  private final MassCancelCommand massCancel;
  private final ParkCommand park;
  private final UnparkCommand unpark;
  private final CrossCommand cross;
  private final SetInstrumentCommand setInstrument;
  private final SetAccountCommand setAccount;
  private final SetBandCommand setBand;
  private final SetWindowCommand setWindow;
  private final OpenPositionCommand openPosition;
  private final ClosePositionCommand closePosition;
  private final LoadPositionCommand loadPosition;
  private final LoadOrderCommand loadOrder;
  private final EndOfLoadCommand endOfLoad;
  private final AuditCommand audit;
  private final BarrierCommand barrier;

  /** Null without margin. */
  private final MarginCommands margin;

  Commands(CardState state, EventWriter events) {
    this.events = events;
    Checks checks = new Checks(state);
    Holdings holdings = new Holdings(state);
    StatusReports statuses = new StatusReports(state, events);
    Revaluation revaluation = new Revaluation(state, holdings, statuses);
    Gate gate = new Gate(state, holdings, events);
    LiveOrders orders = new LiveOrders(state, holdings, statuses, events);
    Trades trades = new Trades(state, orders, holdings, statuses, events);
    Matching matching = new Matching(state, orders, trades);
    OrderEntry entry = new OrderEntry(matching, orders, holdings, statuses);
    newOrder = new NewCommand(state, events, checks, matching, entry, gate, revaluation);
    cancel = new CancelCommand(state, events, checks, orders);
    replace = new ReplaceCommand(state, events, checks, orders, entry, gate, revaluation, statuses);
    massCancel = new MassCancelCommand(state, events, orders);
    park = new ParkCommand(state, events, checks, orders);
    unpark = new UnparkCommand(state, events, checks, orders);
    cross = new CrossCommand(state, events, trades);
    setInstrument = new SetInstrumentCommand(state, events, checks);
    setAccount = new SetAccountCommand(state, events, checks);
    setBand = new SetBandCommand(state, events, checks);
    setWindow = new SetWindowCommand(state, events, checks);
    openPosition = new OpenPositionCommand(state, events, checks, holdings);
    closePosition = new ClosePositionCommand(state, events, holdings);
    loadPosition = new LoadPositionCommand(state, events, checks, holdings);
    loadOrder = new LoadOrderCommand(state, events, checks, orders, holdings);
    endOfLoad = new EndOfLoadCommand(state, events);
    audit = new AuditCommand(state, events);
    barrier = new BarrierCommand(state, events);
    margin =
        state.hasMargin()
            ? new MarginCommands(state, events, checks, holdings, orders, revaluation, statuses)
            : null;
  }

  /**
   * Executes the command at an offset of the window; returns why it was refused, NULL_VAL if it was
   * not.
   */
  RejectReason execute(int template, Messages window, int at) {
    return switch (template) {
      case NewDecoder.TEMPLATE_ID -> newOrder.execute(window, at);
      case CancelDecoder.TEMPLATE_ID -> cancel.execute(window, at);
      case ReplaceDecoder.TEMPLATE_ID -> replace.execute(window, at);
      case MassCancelDecoder.TEMPLATE_ID -> massCancel.execute(window, at);
      case ParkDecoder.TEMPLATE_ID -> park.execute(window, at);
      case UnparkDecoder.TEMPLATE_ID -> unpark.execute(window, at);
      case CrossDecoder.TEMPLATE_ID -> cross.execute(window, at);
      case SetInstrumentDecoder.TEMPLATE_ID -> setInstrument.execute(window, at);
      case SetAccountDecoder.TEMPLATE_ID -> setAccount.execute(window, at);
      case SetBandDecoder.TEMPLATE_ID -> setBand.execute(window, at);
      case SetWindowDecoder.TEMPLATE_ID -> setWindow.execute(window, at);
      case OpenPositionDecoder.TEMPLATE_ID -> openPosition.execute(window, at);
      case ClosePositionDecoder.TEMPLATE_ID -> closePosition.execute(window, at);
      case LoadPositionDecoder.TEMPLATE_ID -> loadPosition.execute(window, at);
      case LoadOrderDecoder.TEMPLATE_ID -> loadOrder.execute(window, at);
      case EndOfLoadDecoder.TEMPLATE_ID -> endOfLoad.execute(window, at);
      case AuditDecoder.TEMPLATE_ID -> audit.execute(window, at);
      case BarrierDecoder.TEMPLATE_ID -> barrier.execute(window, at);
      default -> executeOfMargin(template, window, at);
    };
  }

  private RejectReason executeOfMargin(int template, Messages window, int at) {
    Command command = margin == null ? null : margin.of(template);
    return command == null ? unsupported(template) : command.execute(window, at);
  }

  private RejectReason unsupported(int template) {
    events.rejected(template, 0, 0, RejectReason.UNSUPPORTED_COMMAND);
    return RejectReason.UNSUPPORTED_COMMAND;
  }
}
