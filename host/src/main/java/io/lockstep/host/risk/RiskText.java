package io.lockstep.host.risk;

import io.lockstep.schema.card.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report for people. */
public final class RiskText {
  private static final int LABEL = 52;
  private static final int COLUMN = 16;

  private final RiskReport report;
  private final Portfolio portfolio;
  private final List<String> lines = new ArrayList<>();

  private RiskText(RiskReport report) {
    this.report = report;
    portfolio = report.portfolio();
  }

  /** The report, line by line: money in units of the currency, exact. */
  public static List<String> of(RiskReport report) {
    RiskText text = new RiskText(report);
    text.account();
    for (int group = 0; group < report.portfolio().underlyings().size(); group++) {
      text.group(group);
    }
    text.orders();
    return text.lines;
  }

  private void account() {
    Figures figures = report.figures();
    lines.add(
        String.format(
            "%s, money in %s, scenario set %s, card %s",
            portfolio.file().path().getFileName(),
            portfolio.currency().name(),
            portfolio.scenarios().name(),
            report.card()));
    lines.add("");
    String status = figures.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    lines.add("Account: " + status);
    row("  cash", money(figures.cash()));
    row("  equity", money(figures.equity()));
    row("  reserve of open orders", money(figures.reserve()));
    row("  initial margin", money(figures.initial()));
    row("  maintenance margin", money(figures.maintenance()));
    row("  free", money(figures.free()));
  }

  private void group(int number) {
    Figures.Group group = report.figures().groups().get(number);
    lines.add("");
    row(portfolio.underlyings().get(number).name() + ": requirement", "initial", "maintenance");
    requirement("  scan, the worst scenario", group.scan());
    requirement("  short-option minimum", group.shortOptions());
    requirement("  size", group.size());
    requirement("  add-on", new Figures.Requirement(group.addOn(), group.addOn()));
    requirement("  required", group.required());
    row("  value at the marks", money(group.value()));
    List<Instrument> instruments = report.of(number);
    profits(instruments, group);
    if (report.withGreeks()) {
      greeks(instruments, number);
    }
  }

  private void requirement(String label, Figures.Requirement requirement) {
    row(label, money(requirement.initial()), money(requirement.maintenance()));
  }

  private void profits(List<Instrument> instruments, Figures.Group group) {
    lines.add("");
    List<String> header = new ArrayList<>();
    List<String> lots = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    for (Instrument instrument : instruments) {
      header.add(instrument.name());
      lots.add(String.valueOf(instrument.position()));
      marks.add(RiskReport.price(instrument, instrument.mark()).toPlainString());
    }
    header.addAll(List.of("all", "with orders"));
    row("  profit by scenario", header);
    row("  lots", lots);
    row("  mark", marks);
    for (int scenario = 0; scenario < portfolio.scenarios().size(); scenario++) {
      List<String> cells = new ArrayList<>();
      for (Instrument instrument : instruments) {
        cells.add(money(RiskReport.profit(instrument, scenario)));
      }
      cells.add(money(group.held()[scenario]));
      cells.add(money(group.worst()[scenario]));
      row("  " + (scenario + 1) + " " + portfolio.scenarios().scenario(scenario), cells);
    }
  }

  private void greeks(List<Instrument> instruments, int group) {
    lines.add("");
    row("  Greeks", Greeks.names());
    for (Instrument instrument : instruments) {
      numbers("  " + instrument.name(), Greeks.of(instrument, portfolio.currency()));
    }
    numbers("  all", Greeks.ofGroup(portfolio, group));
  }

  private void numbers(String label, Greeks greeks) {
    row(label, greeks.numbers().stream().map(BigDecimal::toString).toList());
  }

  private void orders() {
    if (portfolio.orders().isEmpty()) {
      return;
    }
    lines.add("");
    row("Orders", "price", "lots", "reserve a lot", "gate");
    for (int i = 0; i < portfolio.orders().size(); i++) {
      OpenOrder order = portfolio.orders().get(i);
      Figures.Order answer = report.figures().orders().get(i);
      Instrument instrument = portfolio.instruments().get(order.instrument());
      row(
          (order.side() == Side.BUY ? "  buy " : "  sell ") + instrument.name(),
          RiskReport.price(instrument, order.price()).toPlainString(),
          String.valueOf(order.lots()),
          money(answer.reserve()),
          answer.passed() ? "passes" : "refuses");
    }
  }

  private String money(long scaled) {
    return report.money(scaled).toPlainString();
  }

  private void row(String label, String... cells) {
    row(label, List.of(cells));
  }

  private void row(String label, List<String> cells) {
    StringBuilder line = new StringBuilder(String.format("%-" + LABEL + "s", label));
    cells.forEach(cell -> line.append(' ').append(String.format("%" + COLUMN + "s", cell)));
    lines.add(line.toString());
  }
}
