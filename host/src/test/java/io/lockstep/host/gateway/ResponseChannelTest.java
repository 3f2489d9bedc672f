package io.lockstep.host.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client may have its reports sent by IPC, and by UDP to hosts of the list; nowhere else. */
class ResponseChannelTest {
  private static final int TERM_BYTES = 64 * 1024;
  private static final Set<String> HOSTS = Set.of("localhost", "10.0.0.7", "[::1]", "client-a");

  @Test
  void ipcIsAlwaysAllowedAndNothingElseOfTheChannelIsTakenOver() {
    assertEquals("aeron:ipc?term-length=65536", of("aeron:ipc"));
    assertEquals("aeron:ipc?term-length=65536", of("aeron:ipc?term-length=1g|session-id=7"));
  }

  @Test
  void udpGoesToHostsOfTheList() {
    assertEquals(
        "aeron:udp?endpoint=10.0.0.7:4001|term-length=65536",
        of("aeron:udp?endpoint=10.0.0.7:4001|term-length=1g|interface=eth0"));
    assertEquals(
        "aeron:udp?endpoint=client-a:4001|term-length=65536",
        of("aeron:udp?endpoint=client-a:4001"));
    assertEquals(
        "aeron:udp?endpoint=[::1]:4001|term-length=65536", of("aeron:udp?endpoint=[::1]:4001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "aeron",
        "aeron:",
        "aeron:tcp?endpoint=localhost:1",
        "http://localhost:1",
        "aeron:udp",
        "aeron:udp?control=localhost:1",
        "aeron:udp?endpoint=localhost",
        "aeron:udp?endpoint=localhost:",
        "aeron:udp?endpoint=localhost:123456",
        "aeron:udp?endpoint=localhost:1:2",
        "aeron:udp?endpoint=example.org:4001",
        "aeron:udp?endpoint=10.0.0.70:4001",
        "aeron:udp?endpoint=10.0.0.7.example.org:4001",
        "aeron:udp?endpoint=224.0.1.1:4001",
        "aeron:udp?endpoint=[::2]:4001",
        "aeron:udp?endpoint=LOCALHOST:4001",
        "aeron-spy:aeron:udp?endpoint=localhost:x"
      })
  void anythingElseIsNot(String channel) {
    assertEquals(ResponseChannel.NONE, of(channel));
  }

  private static String of(String channel) {
    return ResponseChannel.of(channel, TERM_BYTES, HOSTS);
  }
}
