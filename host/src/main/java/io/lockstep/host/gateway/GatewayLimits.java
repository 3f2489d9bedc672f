package io.lockstep.host.gateway;

import java.util.Set;

/**
 * What the gateway allows.
 *
 * @param heartbeatIntervalMs a session silent for three of these is closed.
 * @param sessionTermBytes term length of the publication to a client.
 * @param messagesPerSecond that a session may send; 0: as many as it likes.
 * @param burst messages that a session may send at once, after a pause.
 * @param responseHosts hosts to which a client may have its reports sent, as it names them.
 */
public record GatewayLimits(
    long heartbeatIntervalMs,
    int sessionTermBytes,
    int messagesPerSecond,
    int burst,
    Set<String> responseHosts) {}
