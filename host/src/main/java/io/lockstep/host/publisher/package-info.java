/**
 * The output stream: one, in order, recorded, with a running hash. Reports leave for their sessions
 * from it, and only once their cause is journalled.
 */
package io.lockstep.host.publisher;
