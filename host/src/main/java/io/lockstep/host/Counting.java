package io.lockstep.host;

import io.aeron.Aeron;
import io.lockstep.host.card.CardRack;
import io.lockstep.host.counters.CardGauges;
import io.lockstep.host.counters.HostGauges;
import io.lockstep.host.engine.Engine;
import io.lockstep.host.gateway.SessionTable;
import io.lockstep.host.publisher.Publisher;
import io.lockstep.host.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.SystemNanoClock;

/** The agents that copy what host and card count into the counters file, at a turn's end. */
final class Counting {
  private Counting() {}

  /**
   * Those of an appliance. Where the log's clock steps the card is not asked: the RTL under
   * Verilator clocks when a register is read, and equal inputs are to give equal cycles.
   */
  static List<Agent> agents(
      Settings settings,
      Aeron aeron,
      SessionTable sessions,
      Engine engine,
      Publisher publisher,
      Snapshots snapshots,
      CardRack rack) {
    Map<String, LongSupplier> values = new LinkedHashMap<>();
    values.put("log_sequence", engine::logSequence);
    values.put("output_sequence", publisher::lastOutputSequence);
    values.put("sessions", () -> sessions.connected().length);
    values.put("sessions_behind", publisher::behind);
    values.put("live_orders", engine::liveOrders);
    values.put("commands_in_flight", engine::commandsInFlight);
    values.put("reactions_pending", engine::reactionsPending);
    values.put("snapshots", snapshots::taken);
    List<Agent> agents = new ArrayList<>();
    agents.add(new HostGauges(aeron, values));
    if (settings.logClock() == Settings.LogClock.WALL) {
      agents.add(new CardGauges(aeron, rack::card, SystemNanoClock.INSTANCE));
    }
    return agents;
  }
}
