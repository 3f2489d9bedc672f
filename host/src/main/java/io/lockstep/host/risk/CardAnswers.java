package io.lockstep.host.risk;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.EventHandler;
import io.lockstep.host.direct.CardLink;
import io.lockstep.host.replay.InputException;
import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditLanesDecoder;
import io.lockstep.schema.card.AuditPortfolioDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.RejectedDecoder;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import tools.jackson.databind.JsonNode;

/** Sends commands to a card, and keeps what it answers of account 0. */
final class CardAnswers {
  /**
   * An account.
   *
   * @param status as last reported.
   * @param groups in their order.
   */
  record Audit(
      long cash,
      long reserve,
      long initial,
      long maintenance,
      MarginStatus status,
      List<GroupAudit> groups) {}

  /**
   * A portfolio.
   *
   * @param held V.
   * @param worst W.
   */
  record GroupAudit(
      Figures.Requirement required, long addOn, long value, long[] held, long[] worst) {}

  private static final int ACCOUNTS = 2;

  private final CardLink link;
  private final Portfolio portfolio;
  private final int scenarios;
  private final EventHandler events = this::onEvent;
  private final CommandWriter commands = new CommandWriter();
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final RejectedDecoder rejected = new RejectedDecoder();
  private final AcceptedDecoder accepted = new AcceptedDecoder();
  private final AuditAccountDecoder accountLine = new AuditAccountDecoder();
  private final AuditPortfolioDecoder portfolioLine = new AuditPortfolioDecoder();
  private final AuditLanesDecoder lanesLine = new AuditLanesDecoder();
  private final GroupAudit[] groups;
  private Audit audit;
  private RejectReason refusal;
  private long reserve;

  /**
   * @param card with margin, after its reset.
   * @throws InputException if it has no room for the portfolio.
   */
  CardAnswers(Card card, Portfolio portfolio) {
    this.portfolio = portfolio;
    link = new CardLink(card);
    CardDescription room = card.description();
    scenarios = room.scenarios();
    groups = new GroupAudit[portfolio.underlyings().size()];
    requireRoom("scenarios", portfolio.scenarios().size(), scenarios);
    requireRoom("underlyings", groups.length, room.groups());
    requireRoom("portfolios", ACCOUNTS * groups.length, room.portfolios());
    requireRoom("instruments", portfolio.instruments().size(), room.instruments());
    requireRoom("positions", ACCOUNTS * portfolio.instruments().size(), room.positions());
    requireRoom("orders", portfolio.orders().size(), room.liveOrders());
  }

  private void requireRoom(String what, int wanted, int there) {
    if (wanted > there) {
      throw new InputException(
          portfolio.file().path() + ": " + wanted + " " + what + ", and the card has " + there);
    }
  }

  /** Scenarios that the card has, of which the set may leave some unused. */
  int scenarios() {
    return scenarios;
  }

  /** Sends a command; answers the reason of its refusal, or null. */
  RejectReason send(DirectBuffer command) {
    refusal = null;
    link.exchange(command, events);
    return refusal;
  }

  /**
   * Sends a command that is to be taken.
   *
   * @param source what it is about.
   * @throws InputException with the reason, if it is refused.
   */
  void require(DirectBuffer command, JsonNode source) {
    send(command);
    requireAccepted(source);
  }

  /**
   * Looks whether the last command was taken.
   *
   * @throws InputException with the reason, if it was refused.
   */
  void requireAccepted(JsonNode source) {
    if (refusal != null) {
      throw portfolio.file().fault(source, "the card refuses it: " + refusal);
    }
  }

  /** What the order that was accepted last reserves a lot. */
  long reserve() {
    return reserve;
  }

  /** Reads the account. */
  Audit audit() {
    Arrays.fill(groups, null);
    commands.audit().portfolios(true).lanes(true).accounts(true);
    require(commands.command(), portfolio.file().root());
    return audit;
  }

  private void onEvent(DirectBuffer event, int offset) {
    switch (header.wrap(event, offset).templateId()) {
      case RejectedDecoder.TEMPLATE_ID ->
          refusal =
              rejected
                  .wrap(event, offset, Card.MESSAGE_BYTES, RejectedDecoder.SCHEMA_VERSION)
                  .reason();
      case AcceptedDecoder.TEMPLATE_ID ->
          reserve =
              accepted
                  .wrap(event, offset, Card.MESSAGE_BYTES, AcceptedDecoder.SCHEMA_VERSION)
                  .reserve();
      case AuditPortfolioDecoder.TEMPLATE_ID ->
          onPortfolio(
              portfolioLine.wrap(
                  event, offset, Card.MESSAGE_BYTES, AuditPortfolioDecoder.SCHEMA_VERSION));
      case AuditLanesDecoder.TEMPLATE_ID ->
          onLanes(
              lanesLine.wrap(event, offset, Card.MESSAGE_BYTES, AuditLanesDecoder.SCHEMA_VERSION));
      case AuditAccountDecoder.TEMPLATE_ID ->
          onAccount(
              accountLine.wrap(
                  event, offset, Card.MESSAGE_BYTES, AuditAccountDecoder.SCHEMA_VERSION));
      default -> {
        // Done, and status events: the audit tells the last.
      }
    }
  }

  private void onPortfolio(AuditPortfolioDecoder line) {
    if (line.account() == 0) {
      groups[line.group()] =
          new GroupAudit(
              new Figures.Requirement(line.initialMargin(), line.maintenanceMargin()),
              line.addOn(),
              line.value(),
              new long[scenarios],
              new long[scenarios]);
    }
  }

  private void onLanes(AuditLanesDecoder line) {
    if (line.account() == 0) {
      GroupAudit group = groups[line.group()];
      int scenario = line.scenario();
      group.held()[scenario] = line.positions0();
      group.held()[scenario + 1] = line.positions1();
      group.worst()[scenario] = line.worst0();
      group.worst()[scenario + 1] = line.worst1();
    }
  }

  private void onAccount(AuditAccountDecoder line) {
    if (line.account() == 0) {
      audit =
          new Audit(
              line.cash(),
              line.reserve(),
              line.initialMargin(),
              line.maintenanceMargin(),
              line.status(),
              List.of(groups.clone()));
    }
  }
}
