package io.lockstep.host.marketdata;

/**
 * An order of a book.
 *
 * @param priority of two orders at a price the lower one is filled first.
 * @param price in price units.
 * @param lots open.
 */
public record BookOrder(long orderId, long priority, long price, long lots) {
  BookOrder withLots(long left) {
    return new BookOrder(orderId, priority, price, left);
  }
}
