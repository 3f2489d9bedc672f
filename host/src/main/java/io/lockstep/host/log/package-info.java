/** The log for people and their tools: what happens to an appliance, as lines of JSON. */
package io.lockstep.host.log;
