/**
 * A card without the appliance round it: commands written from plain values, one in flight, and the
 * book that its events tell of.
 */
package io.lockstep.host.direct;
