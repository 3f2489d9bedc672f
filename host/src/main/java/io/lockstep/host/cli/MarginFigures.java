package io.lockstep.host.cli;

import io.lockstep.schema.client.GreeksDecoder;
import io.lockstep.schema.client.MarginDecoder;
import io.lockstep.schema.client.MarginStatusDecoder;

/** The figures of margin as one line, in scaled minor units. */
final class MarginFigures {
  private MarginFigures() {}

  static String of(MarginStatusDecoder report) {
    return line(
        report.cash(),
        report.equity(),
        report.reserve(),
        report.initialMargin(),
        report.maintenanceMargin());
  }

  static String of(MarginDecoder report) {
    return line(
        report.cash(),
        report.equity(),
        report.reserve(),
        report.initialMargin(),
        report.maintenanceMargin());
  }

  static String of(GreeksDecoder report) {
    return "group "
        + report.group()
        + ": delta "
        + report.delta()
        + ", gamma "
        + report.gamma()
        + ", vega "
        + report.vega()
        + ", theta "
        + report.theta()
        + ", rho "
        + report.rho();
  }

  private static String line(
      long cash, long equity, long reserve, long initialMargin, long maintenanceMargin) {
    return "cash "
        + cash
        + ", equity "
        + equity
        + ", reserve "
        + reserve
        + ", initial "
        + initialMargin
        + ", maintenance "
        + maintenanceMargin
        + ", free "
        + (equity - reserve - initialMargin);
  }
}
