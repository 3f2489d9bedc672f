/** What the appliance's thread allocates, order by order. */
package io.lockstep.bench.allocation;
