/**
 * Snapshots: what an appliance is between two messages of its log, in a file from which a restart
 * begins. The records are those of {@code snapshot.xml}; each state class writes and reads its own.
 */
package io.lockstep.host.snapshot;
