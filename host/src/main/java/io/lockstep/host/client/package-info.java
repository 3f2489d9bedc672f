/** The client of an appliance: {@link io.lockstep.host.client.LockstepClient}. */
package io.lockstep.host.client;
