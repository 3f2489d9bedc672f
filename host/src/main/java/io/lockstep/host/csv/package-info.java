/** Lines of CSV without quotes, in and out, whose mistakes name line and column. */
package io.lockstep.host.csv;
