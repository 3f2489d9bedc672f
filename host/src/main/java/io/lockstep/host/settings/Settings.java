package io.lockstep.host.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Everything that can be set about an appliance. Made by {@link #builder}, checked once by {@link
 * SettingsBuilder#conclude}; {@link #toString} is what is printed at start.
 *
 * @param aeronDirectory of the media driver.
 * @param aeronDirectoryIsOurs delete it at the end.
 * @param externalDriver a media driver runs there already; else one is started inside.
 * @param ingressChannels where clients send.
 * @param ingressStreamId stream of every ingress channel.
 * @param archiveDirectory of the recordings.
 * @param archiveDirectoryIsOurs delete it at the end.
 * @param logTermBytes term length of the log.
 * @param outputTermBytes term length of the output stream.
 * @param sessionTermBytes term length of a publication to a client.
 * @param fileSyncLevel of the archive: 0 survives a killed process, 1 or 2 a power cut too.
 * @param restart how it goes on with what the archive directory holds.
 * @param card by its name.
 * @param lostCard when a card is lost, and what becomes of the appliance then.
 * @param commandsInFlight most requests between log and report.
 * @param logClock what stamps the log.
 * @param tickIntervalMs from one tick in the log to the next; none where the log clock steps.
 * @param replyWhenRecorded a report waits until its cause is recorded; else it goes at once.
 * @param heartbeatIntervalMs a session silent for three of these is closed.
 * @param maxSessions most sessions that are connected at a time.
 * @param sessionBacklogBytes of the output stream that a client may be behind.
 * @param messagesPerSecond requests that a session may send; 0: as many as it likes.
 * @param burst requests that a session may send at once, after a pause.
 * @param responseHosts hosts to which clients may have their reports sent by UDP.
 * @param feed where market data goes.
 * @param idle what the appliance's thread does when there is nothing to do.
 * @param agentOrderSeed draws the order of the agents in each turn; empty: the usual order.
 */
public record Settings(
    Path aeronDirectory,
    boolean aeronDirectoryIsOurs,
    boolean externalDriver,
    List<String> ingressChannels,
    int ingressStreamId,
    Path archiveDirectory,
    boolean archiveDirectoryIsOurs,
    int logTermBytes,
    int outputTermBytes,
    int sessionTermBytes,
    int fileSyncLevel,
    RestartSettings restart,
    String card,
    LostCardSettings lostCard,
    int commandsInFlight,
    LogClock logClock,
    long tickIntervalMs,
    boolean replyWhenRecorded,
    long heartbeatIntervalMs,
    int maxSessions,
    int sessionBacklogBytes,
    int messagesPerSecond,
    int burst,
    Set<String> responseHosts,
    FeedSettings feed,
    Idle idle,
    OptionalLong agentOrderSeed) {

  /** What stamps the log. */
  public enum LogClock {
    /** The machine's clock. */
    WALL,
    /** 1 µs a message: equal inputs give equal logs. */
    STEP
  }

  /** What a thread does when there is nothing to do. */
  public enum Idle {
    /** Asks again at once: for a machine with cores to spare. */
    SPIN,
    /** Lets other threads run first. */
    YIELD,
    /** Sleeps, up to a millisecond: for a machine that does other work. */
    BACKOFF
  }

  /** All settings at their defaults. */
  public static SettingsBuilder builder() {
    return new SettingsBuilder();
  }

  /** One line a setting. */
  @Override
  public String toString() {
    return String.join(
        System.lineSeparator(),
        line("media driver", (externalDriver ? "external, in " : "embedded, in ") + aeronDirectory),
        line("ingress", ingressChannels + " stream " + ingressStreamId),
        line("archive", archiveDirectory + (archiveDirectoryIsOurs ? " (temporary)" : "")),
        line("file sync level", fileSyncLevel),
        line("restart", restart),
        line(
            "terms",
            logTermBytes
                + " log, "
                + outputTermBytes
                + " output, "
                + sessionTermBytes
                + " session"),
        line("card", card),
        line(
            "card lost",
            "silent for "
                + lostCard.silenceMs()
                + " ms; then "
                + (lostCard.replaced() ? "the model takes over" : "the appliance stops")),
        line("commands in flight", commandsInFlight),
        line("log clock", logClock == LogClock.WALL ? "wall" : "1 us a message"),
        line("ticks", logClock == LogClock.WALL ? "every " + tickIntervalMs + " ms" : "none"),
        line("replies", replyWhenRecorded ? "when recorded" : "at once"),
        line("heartbeat", heartbeatIntervalMs + " ms"),
        line("sessions", maxSessions + ", each may be " + sessionBacklogBytes + " bytes behind"),
        line(
            "throttle",
            messagesPerSecond == 0
                ? "none"
                : messagesPerSecond + " requests a second and session, " + burst + " at once"),
        line("reports go to", "IPC, " + String.join(", ", responseHosts)),
        line(
            "feed",
            feed.channel()
                + " stream "
                + feed.streamId()
                + ", books every "
                + feed.snapshotIntervalMs()
                + " ms"),
        line("idle", idle.name().toLowerCase(Locale.ROOT)),
        line(
            "agent order",
            agentOrderSeed.isPresent()
                ? "drawn from seed " + agentOrderSeed.getAsLong()
                : "fixed"));
  }

  private static String line(String name, Object value) {
    return String.format("  %-20s %s", name, value);
  }
}
