package io.lockstep.sim.model;

import static io.lockstep.schema.card.RejectReason.MARGIN_INSUFFICIENT;
import static io.lockstep.schema.card.RejectReason.NOT_LOADING;
import static io.lockstep.schema.card.RejectReason.UNSUPPORTED_COMMAND;

import io.lockstep.schema.card.AuditDecoder;
import io.lockstep.schema.card.BarrierDecoder;
import io.lockstep.schema.card.CancelDecoder;
import io.lockstep.schema.card.ClosePositionDecoder;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.CrossDecoder;
import io.lockstep.schema.card.EndOfLoadDecoder;
import io.lockstep.schema.card.LoadOrderDecoder;
import io.lockstep.schema.card.LoadPositionDecoder;
import io.lockstep.schema.card.MassCancelDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.OpenPositionDecoder;
import io.lockstep.schema.card.ParkDecoder;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.SetAccountDecoder;
import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.SetWindowDecoder;
import io.lockstep.schema.card.UnparkDecoder;
import io.lockstep.sim.model.PlainState.Top;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The card once more, as plain as can be and otherwise built than the model: a command's reasons
 * are all collected and the lowest is taken, the book is a list, sums are added up each time.
 */
final class PlainCard extends PlainRules {
  private static final int NO_FLAGS = 0;

  private final PlainEntry entry = new PlainEntry(context);
  private final PlainOrders orders = new PlainOrders(context, entry);
  private final PlainTermsCommands terms = new PlainTermsCommands(context);
  private final PlainDefinitions definitions = new PlainDefinitions(context, terms);
  private final PlainMoneyCommands money = new PlainMoneyCommands(context);
  private final PlainMarginCard ofMargin = new PlainMarginCard(context, terms, money);
  private final PlainAudit audits = new PlainAudit(context);

  PlainCard(Capacities capacities) {
    this(capacities, new PlainFormulas());
  }

  PlainCard(Capacities capacities, PlainFormulas formulas) {
    super(new PlainContext(capacities, formulas));
  }

  /** Carries out one command; its events, but for the ring's own fields. */
  List<UnsafeBuffer> execute(UnsafeBuffer command) {
    CommandHeaderDecoder header = new CommandHeaderDecoder().wrap(command, 0);
    int template = header.templateId();
    context.begin(header.flags().getRaw());
    if (state.hasMargin()) {
      money.revalue(template, command);
    }
    Map<Integer, Top> before = context.tops();
    Runnable action = action(template, command);
    if (reasons.isEmpty()) {
      action.run();
      tellSupposed(template, command);
      if (template != MassCancelDecoder.TEMPLATE_ID) {
        before.forEach(context::tellTop);
      }
    } else {
      events.rejected(template, context.id, context.account, reasons.first());
      if (reasons.first() == MARGIN_INSUFFICIENT) {
        tellSupposed(template, command);
      }
    }
    return events.take();
  }

  private void tellSupposed(int template, UnsafeBuffer command) {
    if (context.supposed != null) {
      events.ofMargin.status(new NewDecoder().wrap(command, 0, 64, 1).account(), context.supposed);
    }
  }

  private Runnable action(int template, UnsafeBuffer bytes) {
    return switch (template) {
      case NewDecoder.TEMPLATE_ID -> entry.newOrder(new NewDecoder().wrap(bytes, 0, 64, 1));
      case CancelDecoder.TEMPLATE_ID -> orders.cancel(new CancelDecoder().wrap(bytes, 0, 64, 1));
      case ReplaceDecoder.TEMPLATE_ID -> orders.replace(new ReplaceDecoder().wrap(bytes, 0, 64, 1));
      case MassCancelDecoder.TEMPLATE_ID ->
          orders.massCancel(new MassCancelDecoder().wrap(bytes, 0, 64, 1));
      case ParkDecoder.TEMPLATE_ID -> orders.park(new ParkDecoder().wrap(bytes, 0, 64, 1));
      case UnparkDecoder.TEMPLATE_ID -> orders.unpark(new UnparkDecoder().wrap(bytes, 0, 64, 1));
      case CrossDecoder.TEMPLATE_ID -> orders.cross(new CrossDecoder().wrap(bytes, 0, 64, 1));
      case SetInstrumentDecoder.TEMPLATE_ID ->
          definitions.setInstrument(new SetInstrumentDecoder().wrap(bytes, 0, 64, 1));
      case SetAccountDecoder.TEMPLATE_ID ->
          definitions.setAccount(new SetAccountDecoder().wrap(bytes, 0, 64, 1));
      case SetBandDecoder.TEMPLATE_ID ->
          definitions.setBand(new SetBandDecoder().wrap(bytes, 0, 64, 1));
      case SetWindowDecoder.TEMPLATE_ID ->
          definitions.setWindow(new SetWindowDecoder().wrap(bytes, 0, 64, 1));
      case OpenPositionDecoder.TEMPLATE_ID -> {
        OpenPositionDecoder open = new OpenPositionDecoder().wrap(bytes, 0, 64, 1);
        yield definitions.openPosition(
            template, open.positionSlot(), open.account(), open.portfolio(), open.instrument(), 0);
      }
      case LoadPositionDecoder.TEMPLATE_ID -> {
        LoadPositionDecoder load = new LoadPositionDecoder().wrap(bytes, 0, 64, 1);
        yield definitions.loadPosition(load);
      }
      case ClosePositionDecoder.TEMPLATE_ID ->
          definitions.closePosition(new ClosePositionDecoder().wrap(bytes, 0, 64, 1));
      case LoadOrderDecoder.TEMPLATE_ID ->
          entry.loadOrder(new LoadOrderDecoder().wrap(bytes, 0, 64, 1));
      case EndOfLoadDecoder.TEMPLATE_ID -> {
        named(NO_FLAGS);
        refuse(NOT_LOADING, !state.loading);
        yield () -> {
          state.loading = false;
          events.done(template, 0);
        };
      }
      case AuditDecoder.TEMPLATE_ID -> audits.audit(new AuditDecoder().wrap(bytes, 0, 64, 1));
      case BarrierDecoder.TEMPLATE_ID -> {
        named(NO_FLAGS);
        yield () -> events.done(template, 0);
      }
      default -> {
        refuse(UNSUPPORTED_COMMAND, !state.hasMargin());
        yield state.hasMargin() ? ofMargin.action(template, bytes) : null;
      }
    };
  }
}
