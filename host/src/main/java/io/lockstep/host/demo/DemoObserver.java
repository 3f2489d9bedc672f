package io.lockstep.host.demo;

import io.lockstep.host.demo.MarketView.Print;
import io.lockstep.host.venue.Venue;
import java.util.List;

/** Watches a demo. Called on its thread. */
public interface DemoObserver {
  /** Looks away. */
  DemoObserver NONE =
      new DemoObserver() {
        @Override
        public void onStarted(List<Venue.Instrument> instruments, MarketView view) {}

        @Override
        public void onFirstTrade(Print trade) {}

        @Override
        public void onOrder(long done, DemoStatistics statistics) {}
      };

  /** All participants are logged on. */
  void onStarted(List<Venue.Instrument> instruments, MarketView view);

  /** The market's first trade. */
  void onFirstTrade(Print trade);

  /** An order was settled. */
  void onOrder(long done, DemoStatistics statistics);
}
