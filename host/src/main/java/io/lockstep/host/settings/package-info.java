/** The appliance's settings: one typed object, checked once, printed at start. */
package io.lockstep.host.settings;
