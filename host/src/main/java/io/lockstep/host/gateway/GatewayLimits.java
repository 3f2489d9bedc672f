package io.lockstep.host.gateway;

/**
 * What the gateway allows.
 *
 * @param heartbeatIntervalMs a session silent for three of these is closed.
 * @param maxSessions most sessions at a time, a power of two.
 * @param sessionTermBytes term length of the publication to a client.
 * @param backlogBytes reports kept for a client whose publication is full, a power of two.
 */
public record GatewayLimits(
    long heartbeatIntervalMs, int maxSessions, int sessionTermBytes, int backlogBytes) {}
