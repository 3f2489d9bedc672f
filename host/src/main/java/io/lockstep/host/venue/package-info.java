/**
 * What the venue trades and who may trade there: the venue file, read, checked, and put in the log.
 */
package io.lockstep.host.venue;
