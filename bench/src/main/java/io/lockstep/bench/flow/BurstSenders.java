package io.lockstep.bench.flow;

import java.util.Random;

/**
 * Market makers: one of them, drawn at random, sends a burst of commands, then another one does.
 */
public final class BurstSenders implements Senders {
  private final Random random;
  private final int accounts;
  private final int makers;
  private final int commands;
  private int sender;
  private int left;

  /**
   * @param accounts that there are; the makers are spread evenly among them.
   * @param commands of a burst.
   */
  public BurstSenders(long seed, int accounts, int makers, int commands) {
    this.random = new Random(seed);
    this.accounts = accounts;
    this.makers = makers;
    this.commands = commands;
  }

  @Override
  public int next() {
    if (left == 0) {
      left = commands;
      sender = random.nextInt(makers) * (accounts / makers);
    }
    left--;
    return sender;
  }

  /** The account whose burst it is. */
  @Override
  public int of(long orderId, boolean buy) {
    return sender;
  }
}
