/** What Lockstep costs, in clock cycles and in time. */
package io.lockstep.bench;
