/** What appliance and card count, in the media driver's counters file. */
package io.lockstep.host.counters;
