package io.lockstep.host;

import io.lockstep.host.publisher.Publisher;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.agrona.LangUtil;
import org.agrona.concurrent.Agent;

/**
 * All agents on one thread, and below them driver, archive and Aeron client. The archive runs as
 * long as something is to be recorded; the driver and the client, which have less to do, now and
 * then.
 */
final class DutyCycle {
  private static final int TURNS_A_DRIVER_RUN = 16;
  private static final int TURNS_A_CLIENT_RUN = 256;

  /** With a drawn order an agent misses one turn in this many. */
  private static final int TURNS_A_MISSED_ONE = 4;

  /** One is not enough: a poll that meets the end of a term takes it, and answers 0. */
  private static final int IDLE_TURNS_WHEN_SETTLED = 2;

  private final Transport transport;
  private final Publisher publisher;
  private final Agent[] agents;
  private final SplittableRandom random;
  private long turns;
  private boolean ranAll;

  /**
   * @param agents in the order of a message's way, the publisher among them.
   * @param random draws the order of each turn; null: as given.
   */
  DutyCycle(Transport transport, Publisher publisher, List<Agent> agents, SplittableRandom random) {
    this.transport = transport;
    this.publisher = publisher;
    this.agents = agents.toArray(new Agent[0]);
    this.random = random;
  }

  /**
   * One turn of everything.
   *
   * @return what was done; 0: nothing.
   */
  int turn() {
    try {
      return tryTurn();
    } catch (Exception failure) {
      LangUtil.rethrowUnchecked(failure);
      return 0;
    }
  }

  /** Turns until the condition holds and nothing goes on any more. */
  void settle(BooleanSupplier isSettled) {
    int idleTurns = 0;
    while (idleTurns < IDLE_TURNS_WHEN_SETTLED) {
      if (turn() > 0 || !isSettled.getAsBoolean()) {
        idleTurns = 0;
      } else if (ranAll) {
        idleTurns++;
      }
    }
  }

  private int tryTurn() throws Exception {
    turns++;
    if (random != null) {
      shuffle();
    }
    int work = 0;
    ranAll = true;
    for (Agent agent : agents) {
      if (random != null && random.nextInt(TURNS_A_MISSED_ONE) == 0) {
        ranAll = false; // as a slow agent on a thread of its own would
      } else {
        work += agent.doWork();
      }
    }
    if (work > 0 || publisher.waitsForJournal() || isTurn(TURNS_A_DRIVER_RUN)) {
      work += transport.invokeArchive();
    }
    if (publisher.hasBehind() || isTurn(TURNS_A_DRIVER_RUN)) {
      work += transport.invokeDriver(); // it tells how far a client has read
    }
    if (isTurn(TURNS_A_CLIENT_RUN)) {
      work += transport.invokeClient();
      transport.checkHealth();
    }
    return work;
  }

  private boolean isTurn(int every) {
    return turns % every == 0;
  }

  private void shuffle() {
    for (int i = agents.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      Agent agent = agents[i];
      agents[i] = agents[other];
      agents[other] = agent;
    }
  }
}
