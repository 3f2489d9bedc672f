package io.lockstep.host.settings;

import io.lockstep.host.Cards;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Collects settings; {@link #conclude} checks them all. Not for several threads. */
public final class SettingsBuilder {
  private static final int COMMANDS_IN_FLIGHT_MAX = 256; // slots that a card has to spare
  private static final int SESSIONS_MAX = 1024;
  private static final int BACKLOG_BYTES_MIN = 4096;

  private Path aeronDirectory;
  private boolean externalDriver;
  private List<String> ingressChannels = List.of("aeron:ipc");
  private int ingressStreamId = 1001;
  private Path archiveDirectory;
  private int logTermBytes = 1024 * 1024;
  private int outputTermBytes = 1024 * 1024;
  private int sessionTermBytes = 64 * 1024;
  private int fileSyncLevel;
  private RestartSettings restart = RestartSettings.STRICT;
  private LostCardSettings lostCard = LostCardSettings.REPLACED;
  private String card = Cards.MODEL;
  private int commandsInFlight = 1;
  private Settings.LogClock logClock = Settings.LogClock.WALL;
  private long tickIntervalMs = 100;
  private boolean replyWhenRecorded = true;
  private long heartbeatIntervalMs = 1_000;
  private int maxSessions = 64;
  private int sessionBacklogBytes = 256 * 1024;
  private int messagesPerSecond;
  private int burst = 1_000;
  private Set<String> responseHosts = Set.of();
  private FeedSettings feed = FeedSettings.USUAL;
  private Settings.Idle idle = Settings.Idle.YIELD;
  private OptionalLong agentOrderSeed = OptionalLong.empty();

  SettingsBuilder() {}

  /**
   * The media driver's directory, new or empty or left by a media driver; an embedded one deletes
   * it at the end. Default: a temporary one in memory.
   */
  public SettingsBuilder aeronDirectory(Path directory) {
    aeronDirectory = directory;
    return this;
  }

  /** Use the media driver that runs in the Aeron directory. */
  public SettingsBuilder externalDriver(boolean external) {
    externalDriver = external;
    return this;
  }

  /** Where clients send: {@code aeron:ipc}, {@code aeron:udp?endpoint=HOST:PORT}, or both. */
  public SettingsBuilder ingressChannels(String... channels) {
    ingressChannels = List.of(channels);
    return this;
  }

  /** Stream of every ingress channel. */
  public SettingsBuilder ingressStreamId(int streamId) {
    ingressStreamId = streamId;
    return this;
  }

  /** Where the log and the output are recorded; default: a temporary directory. */
  public SettingsBuilder archiveDirectory(Path directory) {
    archiveDirectory = directory;
    return this;
  }

  /** Term length of the log: a power of two, 64 KiB to 16 MiB. */
  public SettingsBuilder logTermBytes(int bytes) {
    logTermBytes = bytes;
    return this;
  }

  /** Term length of the output stream: a power of two, 64 KiB to 16 MiB. */
  public SettingsBuilder outputTermBytes(int bytes) {
    outputTermBytes = bytes;
    return this;
  }

  /** Term length of a publication to a client: a power of two, 64 KiB to 16 MiB. */
  public SettingsBuilder sessionTermBytes(int bytes) {
    sessionTermBytes = bytes;
    return this;
  }

  /** 0: what is recorded survives a killed process; 1, 2: a power cut too, and costs time. */
  public SettingsBuilder fileSyncLevel(int level) {
    fileSyncLevel = level;
    return this;
  }

  /** How it goes on with what the archive directory holds. */
  public SettingsBuilder restart(RestartSettings how) {
    restart = how;
    return this;
  }

  /** One of {@link Cards#names}. */
  public SettingsBuilder card(String name) {
    card = name;
    return this;
  }

  /** Most requests between log and report, 1 to 256; the output does not depend on it. */
  public SettingsBuilder commandsInFlight(int commands) {
    commandsInFlight = commands;
    return this;
  }

  /** What stamps the log. */
  public SettingsBuilder logClock(Settings.LogClock clock) {
    logClock = clock;
    return this;
  }

  /**
   * From one tick in the log to the next; where the log clock steps there are none by themselves.
   */
  public SettingsBuilder tickIntervalMs(long intervalMs) {
    tickIntervalMs = intervalMs;
    return this;
  }

  /** True: a report waits until its cause is recorded. False: it goes at once. */
  public SettingsBuilder replyWhenRecorded(boolean whenRecorded) {
    replyWhenRecorded = whenRecorded;
    return this;
  }

  /** A session silent for three of these is closed. */
  public SettingsBuilder heartbeatIntervalMs(long intervalMs) {
    heartbeatIntervalMs = intervalMs;
    return this;
  }

  /** Most sessions that are connected at a time. */
  public SettingsBuilder maxSessions(int sessions) {
    maxSessions = sessions;
    return this;
  }

  /**
   * Bytes of the output stream that a client may be behind before its session is ended: 4 KiB at
   * least.
   */
  public SettingsBuilder sessionBacklogBytes(int bytes) {
    sessionBacklogBytes = bytes;
    return this;
  }

  /** Requests that a session may send in a second; 0, the default: as many as it likes. */
  public SettingsBuilder messagesPerSecond(int messages) {
    messagesPerSecond = messages;
    return this;
  }

  /** Requests that a session may send at once, after a pause; with {@link #messagesPerSecond}. */
  public SettingsBuilder burst(int messages) {
    burst = messages;
    return this;
  }

  /**
   * Hosts to which clients may have their reports sent by UDP, beside this machine's loopback and
   * the hosts of the ingress channels; as clients name them, letter by letter.
   */
  public SettingsBuilder responseHosts(String... hosts) {
    responseHosts = Set.of(hosts);
    return this;
  }

  /** What becomes of the appliance when its card is lost; unless told, the model takes over. */
  public SettingsBuilder lostCard(LostCardSettings how) {
    lostCard = how;
    return this;
  }

  /** How long a card may owe an answer before it is lost. */
  public SettingsBuilder cardSilenceMs(long milliseconds) {
    lostCard = lostCard.withSilenceMs(milliseconds);
    return this;
  }

  /** Where market data goes. */
  public SettingsBuilder feed(FeedSettings where) {
    feed = where;
    return this;
  }

  /** What the appliance's thread does when there is nothing to do. */
  public SettingsBuilder idle(Settings.Idle what) {
    idle = what;
    return this;
  }

  /** Draws the order of the agents in each turn from a seed: to test that it does not matter. */
  public SettingsBuilder agentOrderSeed(long seed) {
    agentOrderSeed = OptionalLong.of(seed);
    return this;
  }

  /**
   * Checks every setting, and what it names on this machine.
   *
   * @throws SettingsException for the first that is not as it must be.
   */
  public Settings conclude() {
    checkFigures();
    for (String channel : ingressChannels) {
      SettingsChecks.checkIngress(channel);
    }
    SettingsChecks.require(!ingressChannels.isEmpty(), "ingressChannels", "at least one is needed");
    SettingsChecks.require(
        !externalDriver || aeronDirectory != null,
        "externalDriver",
        "needs aeronDirectory, to know which driver");
    boolean aeronIsOurs = aeronDirectory == null;
    boolean archiveIsOurs = archiveDirectory == null;
    String unique = "lockstep-" + System.getProperty("user.name") + "-" + UUID.randomUUID();
    Path aeron = aeronIsOurs ? memoryDirectory().resolve(unique) : aeronDirectory.toAbsolutePath();
    Path archive =
        archiveIsOurs
            ? Path.of(System.getProperty("java.io.tmpdir")).resolve(unique)
            : archiveDirectory.toAbsolutePath();
    SettingsChecks.checkWritable("aeronDirectory", aeron);
    SettingsChecks.checkWritable("archiveDirectory", archive);
    if (!externalDriver) {
      SettingsChecks.checkHoldsNothingElse(aeron);
      Space.check(
          aeron,
          Space.aeronBytes(logTermBytes, outputTermBytes, feed.termBytes(), sessionTermBytes));
    }
    return new Settings(
        aeron,
        aeronIsOurs,
        externalDriver,
        List.copyOf(ingressChannels),
        ingressStreamId,
        archive,
        archiveIsOurs,
        logTermBytes,
        outputTermBytes,
        sessionTermBytes,
        fileSyncLevel,
        restart,
        card,
        lostCard,
        commandsInFlight,
        logClock,
        tickIntervalMs,
        replyWhenRecorded,
        heartbeatIntervalMs,
        maxSessions,
        sessionBacklogBytes,
        messagesPerSecond,
        burst,
        SettingsChecks.responseHosts(responseHosts, ingressChannels),
        feed,
        idle,
        agentOrderSeed);
  }

  private void checkFigures() {
    feed.check();
    SettingsChecks.checkTerm("logTermBytes", logTermBytes);
    SettingsChecks.checkTerm("outputTermBytes", outputTermBytes);
    SettingsChecks.checkTerm("sessionTermBytes", sessionTermBytes);
    SettingsChecks.require(fileSyncLevel >= 0 && fileSyncLevel <= 2, "fileSyncLevel", "0, 1 or 2");
    SettingsChecks.require(restart.snapshotEvery() >= 0, "snapshotEvery", "at least 0");
    SettingsChecks.require(Cards.isCard(card), "card", "one of " + Cards.names());
    SettingsChecks.require(
        commandsInFlight >= 1 && commandsInFlight <= COMMANDS_IN_FLIGHT_MAX,
        "commandsInFlight",
        "1 to " + COMMANDS_IN_FLIGHT_MAX);
    SettingsChecks.require(lostCard.silenceMs() >= 1, "cardSilenceMs", "at least 1");
    SettingsChecks.require(tickIntervalMs >= 1, "tickIntervalMs", "at least 1");
    SettingsChecks.require(heartbeatIntervalMs >= 1, "heartbeatIntervalMs", "at least 1");
    SettingsChecks.require(
        maxSessions > 0 && maxSessions <= SESSIONS_MAX, "maxSessions", "1 to " + SESSIONS_MAX);
    SettingsChecks.require(
        sessionBacklogBytes >= BACKLOG_BYTES_MIN,
        "sessionBacklogBytes",
        "at least " + BACKLOG_BYTES_MIN);
    SettingsChecks.require(messagesPerSecond >= 0, "messagesPerSecond", "0 (any number) or more");
    SettingsChecks.require(burst >= 1, "burst", "at least 1");
  }

  /** Where files are memory, if the machine has such a place. */
  private static Path memoryDirectory() {
    Path memory = Path.of("/dev/shm");
    return Files.isDirectory(memory) && Files.isWritable(memory)
        ? memory
        : Path.of(System.getProperty("java.io.tmpdir"));
  }
}
