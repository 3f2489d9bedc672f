package io.lockstep.sim.model;

import java.util.Arrays;

/** What a card remembers between two commands. */
final class CardState {
  final Capacities capacities;
  final Accounts accounts;
  final Positions positions;
  final OrderPool pool;
  private final Instrument[] instruments;
  private boolean loading = true;

  CardState(Capacities capacities) {
    this.capacities = capacities;
    this.accounts = new Accounts(capacities.accounts());
    this.positions = new Positions(capacities.positions());
    this.pool = new OrderPool(capacities.orderSlots());
    this.instruments = new Instrument[capacities.instruments()];
    Arrays.setAll(instruments, number -> new Instrument(number, pool, capacities.levels()));
  }

  /** Whether the card takes what restores a state, and no orders. */
  boolean isLoading() {
    return loading;
  }

  void endLoading() {
    loading = false;
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

  /** The instrument of a live order. */
  Instrument instrumentOf(int slot) {
    return instruments[pool.instrument(slot)];
  }
}
