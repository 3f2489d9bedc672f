/** Hostile clients of a whole appliance: any bytes, as anybody may send them to the gateway. */
package io.lockstep.host.fuzz;
