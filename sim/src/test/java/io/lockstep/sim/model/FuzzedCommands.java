package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.driver.EventHandler;
import io.lockstep.sim.fuzz.FuzzProgress;
import io.lockstep.sim.fuzz.FuzzRunner;
import io.lockstep.sim.fuzz.FuzzSettings;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The commands of a fuzz run, recorded, for tests that send them one at a time. */
final class FuzzedCommands {
  private FuzzedCommands() {}

  static List<UnsafeBuffer> of(long seed, int count, Capacities capacities) {
    try (Recording card = new Recording(new ModelCard(capacities))) {
      FuzzSettings settings = FuzzSettings.of(seed, count).withInFlight(1).inOneRound();
      new FuzzRunner(card, settings, FuzzProgress.NONE).run();
      return card.commands;
    }
  }

  private record Recording(Card card, List<UnsafeBuffer> commands) implements Card {
    Recording(Card card) {
      this(card, new ArrayList<>());
    }

    @Override
    public long offer(DirectBuffer command, int offset) {
      UnsafeBuffer copy = new UnsafeBuffer(new byte[MESSAGE_BYTES]);
      copy.putBytes(0, command, offset, MESSAGE_BYTES);
      commands.add(copy);
      return card.offer(command, offset);
    }

    @Override
    public int poll(EventHandler handler, int limit) {
      return card.poll(handler, limit);
    }

    @Override
    public CardDescription description() {
      return card.description();
    }

    @Override
    public void reset() {
      card.reset();
    }

    @Override
    public void close() {
      card.close();
    }
  }
}
