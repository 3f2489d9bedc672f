package io.lockstep.host.marketdata;

/**
 * A price of a book.
 *
 * @param price in price units.
 * @param lots of all its orders.
 * @param orders how many they are.
 */
public record BookLevel(long price, long lots, int orders) {}
