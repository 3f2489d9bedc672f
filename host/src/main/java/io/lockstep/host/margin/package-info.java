/**
 * What the host knows of margin: what was defined (risk groups, contracts, fee rows), and what the
 * card has (portfolios, cash, the parameters in both of its banks). The rules stand in
 * docs/card.md.
 */
package io.lockstep.host.margin;
