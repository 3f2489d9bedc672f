/** Operators' requests that concern the machine, not the market: nothing of them is in the log. */
package io.lockstep.host.machine;
