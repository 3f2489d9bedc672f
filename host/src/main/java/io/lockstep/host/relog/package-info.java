/**
 * A recorded log, run through engines of their own: the proof that its output is a function of it.
 */
package io.lockstep.host.relog;
