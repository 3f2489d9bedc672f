/**
 * Call auctions, apart from engine and card: {@link CallBook} finds the price, {@link
 * PriceTimeList} ranks the orders of a side, {@link Pairing} says who trades with whom.
 *
 * <p>Integers only, flat arrays made once, no allocation after that, one thread.
 *
 * <p><b>The price</b> is, among all ticks inside the band, that of the greatest volume; among
 * these, of the smallest imbalance; among these, the nearest to the reference price. These prices
 * lie side by side, without a gap, so that one of them is nearest: no further rule is needed. With
 * <i>D(p)</i> the lots that buyers take at <i>p</i> or above and <i>S(p)</i> the lots that sellers
 * give at <i>p</i> or below, the volume is the smaller of the two and the imbalance their
 * difference.
 *
 * <p><b>The fills</b> go by price, then time: of each side the best limit first, at one limit the
 * order that has its place longest.
 */
package io.lockstep.host.auction;
