/** Which card an appliance runs: watched, replaced when it is lost, changed when asked. */
package io.lockstep.host.card;
