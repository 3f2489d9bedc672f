/**
 * A small market that shows the appliance at work: participants of different styles, drawn from a
 * seed, and what can be seen of it. Equal orders and seed give equal requests, since each is
 * settled before the next is drawn.
 */
package io.lockstep.host.demo;
