/** Containers of order slots in flat arrays, made once, without allocation after that. */
package io.lockstep.host.slots;
