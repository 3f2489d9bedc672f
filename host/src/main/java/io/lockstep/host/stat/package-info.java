/** What a running appliance counts, read from the media driver's counters file by anybody. */
package io.lockstep.host.stat;
