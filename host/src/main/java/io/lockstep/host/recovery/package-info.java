/**
 * How an appliance goes on where it stopped, however it stopped: recordings are read and checked,
 * the engine is led over the log again, and its output is compared with what was recorded.
 */
package io.lockstep.host.recovery;
