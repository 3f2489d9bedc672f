/**
 * The gateway: what clients send is decoded and checked here, before the log. Sessions, heartbeats
 * and time-outs run on the gateway's own clock.
 */
package io.lockstep.host.gateway;
