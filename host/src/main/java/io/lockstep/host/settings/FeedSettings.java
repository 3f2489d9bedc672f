package io.lockstep.host.settings;

import io.aeron.ChannelUri;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.CommonContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;

/**
 * Where the public feed goes, and how often it tells whole books.
 *
 * @param channel {@code aeron:ipc}, a multicast address, or {@code
 *     aeron:udp?control=HOST:PORT|control-mode=dynamic}: one on which no reader can hold the
 *     others.
 * @param streamId of the channel.
 * @param termBytes its term length: a power of two, 64 KiB to 16 MiB.
 * @param snapshotIntervalMs from one round of snapshots to the next.
 */
public record FeedSettings(String channel, int streamId, int termBytes, long snapshotIntervalMs) {
  /** IPC, stream 1002, terms of 1 MiB, the books every second. */
  public static final FeedSettings USUAL =
      new FeedSettings(CommonContext.IPC_CHANNEL, 1002, 1024 * 1024, 1_000);

  /**
   * How long a reader that does not read may fill the others' room; the driver looks each second.
   */
  private static final long HOLD_MS_MAX = 100;

  /** The same on another channel. */
  public FeedSettings withChannel(String other) {
    return new FeedSettings(other, streamId, termBytes, snapshotIntervalMs);
  }

  /** The same on another stream. */
  public FeedSettings withStreamId(int other) {
    return new FeedSettings(channel, other, termBytes, snapshotIntervalMs);
  }

  /** The same with another term length. */
  public FeedSettings withTermBytes(int bytes) {
    return new FeedSettings(channel, streamId, bytes, snapshotIntervalMs);
  }

  /** The same with another interval. */
  public FeedSettings withSnapshotIntervalMs(long intervalMs) {
    return new FeedSettings(channel, streamId, termBytes, intervalMs);
  }

  /** The channel as the appliance publishes on it: the fastest reader sets the pace, or none. */
  public String publication() {
    ChannelUriStringBuilder uri =
        new ChannelUriStringBuilder(channel)
            .termLength(termBytes)
            .untetheredWindowLimitTimeoutNs(TimeUnit.MILLISECONDS.toNanos(HOLD_MS_MAX))
            .untetheredLingerTimeoutNs(TimeUnit.MILLISECONDS.toNanos(HOLD_MS_MAX));
    return ChannelUri.parse(channel).isUdp() ? uri.flowControl("max").build() : uri.build();
  }

  void check() {
    SettingsChecks.require(
        isUsable(),
        "feedChannel",
        "aeron:ipc, aeron:udp?endpoint=GROUP:PORT with a multicast group, or"
            + " aeron:udp?control=HOST:PORT|control-mode=dynamic, not "
            + channel);
    SettingsChecks.checkTerm("feedTermBytes", termBytes);
    SettingsChecks.require(snapshotIntervalMs >= 1, "feedSnapshotIntervalMs", "at least 1");
  }

  private boolean isUsable() {
    try {
      ChannelUri uri = ChannelUri.parse(channel);
      return uri.isIpc() || uri.isUdp() && (hasDynamicControl(uri) || isMulticast(uri));
    } catch (RuntimeException notAChannel) {
      return false;
    }
  }

  private static boolean hasDynamicControl(ChannelUri uri) {
    String mode = uri.get(CommonContext.MDC_CONTROL_MODE_PARAM_NAME);
    return CommonContext.MDC_CONTROL_MODE_DYNAMIC.equals(mode)
        && uri.containsKey(CommonContext.MDC_CONTROL_PARAM_NAME);
  }

  private static boolean isMulticast(ChannelUri uri) {
    String endpoint = uri.get(CommonContext.ENDPOINT_PARAM_NAME, "");
    String host = endpoint.substring(0, Math.max(0, endpoint.lastIndexOf(':')));
    try {
      return !host.isEmpty()
          && host.matches("[0-9.]+|\\[.*]")
          && InetAddress.getByName(host).isMulticastAddress();
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }
}
