package io.lockstep.host.settings;

import io.aeron.ChannelUri;
import io.aeron.CncFileDescriptor;
import io.aeron.CommonContext;
import io.aeron.logbuffer.LogBufferDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a setting must be; each check names the setting that fails it. */
final class SettingsChecks {
  private static final int TERM_BYTES_MAX = 16 * 1024 * 1024;

  private SettingsChecks() {}

  static void checkTerm(String name, int bytes) {
    require(
        Integer.bitCount(bytes) == 1
            && bytes >= LogBufferDescriptor.TERM_MIN_LENGTH
            && bytes <= TERM_BYTES_MAX,
        name,
        "a power of two, " + LogBufferDescriptor.TERM_MIN_LENGTH + " to " + TERM_BYTES_MAX);
  }

  static void checkIngress(String channel) {
    boolean usable;
    try {
      ChannelUri uri = ChannelUri.parse(channel);
      usable = uri.isIpc() || uri.isUdp() && uri.containsKey("endpoint");
    } catch (RuntimeException notAChannel) {
      usable = false;
    }
    require(usable, "ingressChannels", "aeron:ipc or aeron:udp?endpoint=HOST:PORT, not " + channel);
  }

  /** The hosts given, those that the ingress has, and this machine's loopback. */
  static Set<String> responseHosts(Set<String> given, List<String> ingressChannels) {
    for (String host : given) {
      require(
          host.matches("[\\w.-]+|\\[[\\p{XDigit}:.]+\\]"),
          "responseHosts",
          "a host's name or address, an IPv6 one in brackets, not " + host);
    }
    Set<String> hosts = new TreeSet<>(given);
    hosts.addAll(List.of("localhost", "127.0.0.1", "[::1]"));
    for (String channel : ingressChannels) {
      String endpoint = ChannelUri.parse(channel).get(CommonContext.ENDPOINT_PARAM_NAME);
      if (endpoint != null) {
        hosts.add(endpoint.substring(0, Math.max(0, endpoint.lastIndexOf(':'))));
      }
    }
    return Collections.unmodifiableSet(hosts);
  }

  static void checkWritable(String name, Path directory) {
    Path existing = directory;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    boolean usable = existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
    require(usable, name, directory + " is not a directory that can be written");
  }

  /** The media driver begins by deleting its directory, and so does it end. */
  static void checkHoldsNothingElse(Path directory) {
    if (!Files.isDirectory(directory)
        || Files.exists(directory.resolve(CncFileDescriptor.CNC_FILE))) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      require(
          files.findAny().isEmpty(),
          "aeronDirectory",
          directory + " holds other files, which the media driver would delete; name a new one");
    } catch (IOException unreadable) {
      throw new SettingsException("setting aeronDirectory: cannot read " + directory, unreadable);
    }
  }

  static void require(boolean holds, String name, String rule) {
    if (!holds) {
      throw new SettingsException("setting " + name + ": " + rule);
    }
  }
}
