/** A re-valuation of many portfolios: by the host, by a plain loop in C++, and by a card. */
package io.lockstep.bench.margin;
