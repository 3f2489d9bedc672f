package io.lockstep.host.client;

import io.aeron.Aeron;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How a client reaches its appliance.
 *
 * @param aeron a connected Aeron client, which stays the caller's; null: one is made.
 * @param aeronDirectory of the media driver on the client's machine; not used where aeron is given.
 * @param ingressChannel where the appliance listens.
 * @param ingressStreamId where the appliance listens.
 * @param responseChannel where the client listens: {@code aeron:ipc} on the appliance's machine, or
 *     {@code aeron:udp?endpoint=HOST:PORT} with this machine's address.
 * @param responseStreamId no two clients may share channel and stream.
 * @param participant to log on as.
 * @param key of the participant.
 * @param session that it asks for.
 * @param connectWithinMs how long to wait for the appliance.
 * @param whileWaiting runs while the client waits: what else moves on the same thread.
 */
public record ClientOptions(
    Aeron aeron,
    Path aeronDirectory,
    String ingressChannel,
    int ingressStreamId,
    String responseChannel,
    int responseStreamId,
    int participant,
    String key,
    SessionOptions session,
    long connectWithinMs,
    Runnable whileWaiting) {

  private static final int INGRESS_STREAM_ID = 1001;
  private static final long CONNECT_WITHIN_MS = 5_000;

  /** By IPC, through the media driver in a directory. */
  public static ClientOptions ipc(Path aeronDirectory, int participant, String key) {
    return new ClientOptions(
        null,
        aeronDirectory,
        "aeron:ipc",
        INGRESS_STREAM_ID,
        "aeron:ipc",
        anyStreamId(),
        participant,
        key,
        SessionOptions.USUAL,
        CONNECT_WITHIN_MS,
        Thread::yield);
  }

  /** By IPC, with an Aeron client that is there, and whatever must run while the client waits. */
  public static ClientOptions ipc(Aeron aeron, int participant, String key, Runnable whileWaiting) {
    return new ClientOptions(
        aeron,
        null,
        "aeron:ipc",
        INGRESS_STREAM_ID,
        "aeron:ipc",
        anyStreamId(),
        participant,
        key,
        SessionOptions.USUAL,
        CONNECT_WITHIN_MS,
        whileWaiting);
  }

  /** The same by other channels, such as UDP. */
  public ClientOptions channels(String ingress, String response) {
    return with(ingress, ingressStreamId, response, responseStreamId, session);
  }

  /** The same with another ingress stream. */
  public ClientOptions ingressStream(int streamId) {
    return with(ingressChannel, streamId, responseChannel, responseStreamId, session);
  }

  /**
   * The same for a session that was there before: reports after the one named are sent again, then
   * what is new. The response stream is another one, since the old connection may not be over yet.
   *
   * @param number of the session.
   * @param lastOutputSequence of {@link LockstepClient#lastOutputSequence}.
   */
  public ClientOptions resume(int number, long lastOutputSequence) {
    return with(
        ingressChannel,
        ingressStreamId,
        responseChannel,
        anyStreamId(),
        new SessionOptions(
            number, lastOutputSequence, session.cancelOnDisconnect(), session.dropCopy()));
  }

  /** The same for a session whose orders are cancelled when it ends, however it ends. */
  public ClientOptions cancelOnDisconnect() {
    return with(
        new SessionOptions(
            session.resumed(), session.afterOutputSequence(), true, session.dropCopy()));
  }

  /** The same for a session that gets all private reports of its participant, and sends nothing. */
  public ClientOptions dropCopy() {
    return with(
        new SessionOptions(
            session.resumed(), session.afterOutputSequence(), session.cancelOnDisconnect(), true));
  }

  private ClientOptions with(SessionOptions options) {
    return with(ingressChannel, ingressStreamId, responseChannel, responseStreamId, options);
  }

  private ClientOptions with(
      String ingress, int ingressStream, String response, int responseStream, SessionOptions as) {
    return new ClientOptions(
        aeron,
        aeronDirectory,
        ingress,
        ingressStream,
        response,
        responseStream,
        participant,
        key,
        as,
        connectWithinMs,
        whileWaiting);
  }

  private static int anyStreamId() {
    return ThreadLocalRandom.current().nextInt(1 << 16, Integer.MAX_VALUE);
  }
}
