package io.lockstep.host.risk;

import io.lockstep.schema.card.Side;
import java.util.Locale;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report for machines. */
public final class RiskJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final RiskReport report;
  private final Portfolio portfolio;

  private RiskJson(RiskReport report) {
    this.report = report;
    portfolio = report.portfolio();
  }

  /** The report as JSON: money in units of the currency, exact. */
  public static String of(RiskReport report) {
    return MAPPER.writeValueAsString(new RiskJson(report).all());
  }

  private ObjectNode all() {
    Figures figures = report.figures();
    ObjectNode all = MAPPER.createObjectNode();
    all.put("currency", portfolio.currency().name());
    all.put("card", report.card());
    all.put("scenarios", portfolio.scenarios().name());
    ObjectNode account = all.putObject("account");
    account.put("status", figures.status().name().toLowerCase(Locale.ROOT));
    account.put("cash", report.money(figures.cash()));
    account.put("equity", report.money(figures.equity()));
    account.put("reserve", report.money(figures.reserve()));
    account.put("initial", report.money(figures.initial()));
    account.put("maintenance", report.money(figures.maintenance()));
    account.put("free", report.money(figures.free()));
    ArrayNode underlyings = all.putArray("underlyings");
    for (int group = 0; group < portfolio.underlyings().size(); group++) {
      group(underlyings.addObject(), group);
    }
    ArrayNode instruments = all.putArray("instruments");
    portfolio.instruments().forEach(instrument -> instrument(instruments.addObject(), instrument));
    ArrayNode orders = all.putArray("orders");
    for (int i = 0; i < portfolio.orders().size(); i++) {
      order(orders.addObject(), portfolio.orders().get(i), figures.orders().get(i));
    }
    return all;
  }

  private void group(ObjectNode node, int number) {
    Figures.Group group = report.figures().groups().get(number);
    node.put("name", portfolio.underlyings().get(number).name());
    node.put("value", report.money(group.value()));
    requirement(node.putObject("scan"), group.scan());
    requirement(node.putObject("shortOptionMinimum"), group.shortOptions());
    requirement(node.putObject("size"), group.size());
    node.put("addOn", report.money(group.addOn()));
    requirement(node.putObject("required"), group.required());
    profits(node.putArray("profits"), group.held());
    profits(node.putArray("worstProfits"), group.worst());
    if (report.withGreeks()) {
      greeks(node.putObject("greeks"), Greeks.ofGroup(portfolio, number));
    }
  }

  private void requirement(ObjectNode node, Figures.Requirement requirement) {
    node.put("initial", report.money(requirement.initial()));
    node.put("maintenance", report.money(requirement.maintenance()));
  }

  private void profits(ArrayNode node, long[] ofScenarios) {
    for (int scenario = 0; scenario < portfolio.scenarios().size(); scenario++) {
      node.add(report.money(ofScenarios[scenario]));
    }
  }

  private void instrument(ObjectNode node, Instrument instrument) {
    node.put("name", instrument.name());
    node.put("lots", instrument.position());
    node.put("mark", RiskReport.price(instrument, instrument.mark()));
    ArrayNode profits = node.putArray("profits");
    for (int scenario = 0; scenario < portfolio.scenarios().size(); scenario++) {
      profits.add(report.money(RiskReport.profit(instrument, scenario)));
    }
    if (report.withGreeks()) {
      greeks(node.putObject("greeks"), Greeks.of(instrument, portfolio.currency()));
    }
  }

  private static void greeks(ObjectNode node, Greeks greeks) {
    for (int i = 0; i < Greeks.names().size(); i++) {
      node.put(Greeks.names().get(i), greeks.numbers().get(i));
    }
  }

  private void order(ObjectNode node, OpenOrder order, Figures.Order answer) {
    Instrument instrument = portfolio.instruments().get(order.instrument());
    node.put("instrument", instrument.name());
    node.put("side", order.side() == Side.BUY ? "buy" : "sell");
    node.put("price", RiskReport.price(instrument, order.price()));
    node.put("lots", order.lots());
    node.put("passed", answer.passed());
    node.put("reserve", report.money(answer.reserve()));
  }
}
