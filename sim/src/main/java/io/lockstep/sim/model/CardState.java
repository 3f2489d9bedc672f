package io.lockstep.sim.model;

import java.util.Arrays;

/** What a card remembers between two commands. */
final class CardState {
  final Capacities capacities;
  final OrderPool pool;
  private final Instrument[] instruments;

  CardState(Capacities capacities) {
    this.capacities = capacities;
    this.pool = new OrderPool(capacities.orderSlots());
    this.instruments = new Instrument[capacities.instruments()];
    Arrays.setAll(instruments, number -> new Instrument(number, capacities.levels()));
  }

  /** Whether the number is within the capacity. */
  boolean hasInstrument(int number) {
    return number < instruments.length;
  }

  /** An instrument within the capacity, known or not. */
  Instrument instrument(int number) {
    return instruments[number];
  }

  /** Whether the instrument is within the capacity and was set. */
  boolean knowsInstrument(int number) {
    return hasInstrument(number) && instruments[number].isKnown();
  }

  /** Whether the account, taken as unsigned, is within the capacity. */
  boolean knowsAccount(long number) {
    return number < capacities.accounts();
  }
}
