/** Readers of the public feed: books rebuilt order by order, and compared as they go. */
package io.lockstep.host.marketdata;
