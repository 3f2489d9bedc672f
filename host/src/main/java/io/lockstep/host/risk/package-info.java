/**
 * The margin of one account, from a file: its instruments are valued by the host's own pricing and
 * arrays, put into a card by the card's own commands, and the card's audit tells the figures. What
 * is charged for is nowhere told a second time. One thread; not for the hot path.
 */
package io.lockstep.host.risk;
