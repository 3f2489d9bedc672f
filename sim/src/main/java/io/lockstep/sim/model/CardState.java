package io.lockstep.sim.model;

import io.lockstep.sim.model.margin.RiskGroup;
import java.util.Arrays;

/** What a card remembers between two commands. */
final class CardState {
  final Capacities capacities;
  final Accounts accounts;
  final Positions positions;
  final Portfolios portfolios;
  final OrderPool pool;
  private final Instrument[] instruments;
  private final RiskGroup[] groups;
  private boolean loading = true;

  CardState(Capacities capacities) {
    this.capacities = capacities;
    this.accounts = new Accounts(capacities.accounts(), capacities.hasMargin());
    this.positions = new Positions(capacities.positions(), capacities.portfolios());
    this.portfolios = new Portfolios(capacities.portfolios(), capacities.scenarios());
    this.pool = new OrderPool(capacities.orderSlots());
    this.instruments = new Instrument[capacities.instruments()];
    Arrays.setAll(
        instruments,
        number -> new Instrument(number, pool, capacities.levels(), capacities.scenarios()));
    this.groups = new RiskGroup[capacities.groups()];
    Arrays.setAll(groups, number -> new RiskGroup());
  }

  /** Whether the card margins orders. */
  boolean hasMargin() {
    return groups.length > 0;
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

  /** The instrument of an open position. */
  Instrument instrumentOfPosition(int slot) {
    return instruments[positions.instrument(slot)];
  }

  /** Whether the number is within the capacity. */
  boolean hasGroup(int number) {
    return number < groups.length;
  }

  /** A risk group within the capacity. */
  RiskGroup group(int number) {
    return groups[number];
  }

  /** The instrument of a live order. */
  Instrument instrumentOf(int slot) {
    return instruments[pool.instrument(slot)];
  }
}
