package io.lockstep.host.gateway;

import io.aeron.ChannelUri;
import io.aeron.CommonContext;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client may name as its response channel: IPC, or UDP to an endpoint whose host stands on a
 * list. So no stranger has anything opened, looked up or sent elsewhere. Nothing else of the
 * client's channel is taken over, since a long term buffer would stall the appliance.
 */
final class ResponseChannel {
  /** No such channel is published to. */
  static final String NONE = "";

  private static final Pattern ENDPOINT =
      Pattern.compile("(?<host>[\\w.-]+|\\[[\\p{XDigit}:.]+\\]):\\d{1,5}");

  private ResponseChannel() {}

  /**
   * The channel to publish on, or {@link #NONE}.
   *
   * @param named by the client.
   * @param termLengthBytes of the publication.
   * @param hosts that may be named, letter by letter.
   */
  static String of(String named, int termLengthBytes, Set<String> hosts) {
    ChannelUri uri;
    try {
      uri = ChannelUri.parse(named);
    } catch (RuntimeException notAChannel) {
      return NONE;
    }
    String terms = "term-length=" + termLengthBytes;
    if (uri.isIpc()) {
      return CommonContext.IPC_CHANNEL + "?" + terms;
    }
    String endpoint = uri.get(CommonContext.ENDPOINT_PARAM_NAME);
    if (!uri.isUdp() || endpoint == null) {
      return NONE;
    }
    Matcher parts = ENDPOINT.matcher(endpoint);
    boolean allowed = parts.matches() && hosts.contains(parts.group("host"));
    return allowed ? "aeron:udp?endpoint=" + endpoint + "|" + terms : NONE;
  }
}
