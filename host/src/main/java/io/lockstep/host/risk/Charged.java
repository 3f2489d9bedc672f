package io.lockstep.host.risk;

import io.lockstep.driver.MarginWriter;
import io.lockstep.schema.card.SetSizeCurveEncoder;

/** Commits the parameters of all instruments, or those of one part of the requirement alone. */
final class Charged {
  /**
   * What is charged for.
   *
   * @param scan the worst scenario.
   * @param shortOptions the short-option minimum.
   * @param size the size add-on.
   */
  record Part(boolean scan, boolean shortOptions, boolean size) {}

  static final Part ALL = new Part(true, true, true);
  static final Part SCAN = new Part(true, false, false);
  static final Part SHORT_OPTIONS = new Part(false, true, false);
  static final Part SIZE = new Part(false, false, true);

  private final Portfolio portfolio;
  private final CardAnswers answers;
  private final MarginWriter margin = new MarginWriter();

  Charged(Portfolio portfolio, CardAnswers answers) {
    this.portfolio = portfolio;
    this.answers = answers;
  }

  /** Stages and commits all groups. */
  void commit(Part part, int epoch) {
    for (int i = 0; i < portfolio.instruments().size(); i++) {
      stage(i, portfolio.instruments().get(i), part);
    }
    for (int group = 0; group < portfolio.underlyings().size(); group++) {
      Underlying underlying = portfolio.underlyings().get(group);
      margin.commitGroup(
          group,
          part.scan() ? underlying.initialFactor() : 0,
          part.scan() ? underlying.maintenanceFactor() : 0,
          epoch);
      answers.require(margin.command(), portfolio.file().root().get("underlyings").get(group));
    }
  }

  private void stage(int number, Instrument instrument, Part part) {
    Charges terms = instrument.terms();
    long shortMinimum = part.shortOptions() ? terms.shortOptionMinimum() : 0;
    for (int lanes = 0; lanes < answers.scenarios() / MarginWriter.LANES_A_PART; lanes++) {
      margin.stageArray(number, lanes, instrument.mark(), shortMinimum, instrument.lanes());
      answers.require(margin.command(), instrument.source());
    }
    SetSizeCurveEncoder curve = margin.sizeCurve(number);
    if (part.size()) {
      curve
          .bound1(terms.sizeBounds()[0])
          .bound2(terms.sizeBounds()[1])
          .bound3(terms.sizeBounds()[2])
          .slope0(terms.sizeSlopes()[0])
          .slope1(terms.sizeSlopes()[1])
          .slope2(terms.sizeSlopes()[2])
          .slope3(terms.sizeSlopes()[3]);
    }
    answers.require(margin.command(), instrument.source());
  }
}
