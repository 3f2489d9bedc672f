/**
 * The commands of {@code ./lockstep}: options, what is printed, exit status. The work itself is
 * done elsewhere. Status 0: done, and as it should be; 1: it failed, or a result differs; 2: wrong
 * use.
 */
package io.lockstep.host.cli;
