package io.lockstep.host.gateway;

import io.aeron.ChannelUri;
import io.aeron.CommonContext;

/**
 * What a client may name as its response channel: IPC, or UDP to an endpoint. Nothing else of the
 * client's channel is taken over, since a long term buffer would stall the appliance.
 */
final class ResponseChannel {
  /** No such channel can be published to. */
  static final String NONE = "";

  private ResponseChannel() {}

  /**
   * The channel to publish on, or {@link #NONE}.
   *
   * @param named by the client.
   * @param termLengthBytes of the publication.
   */
  static String of(String named, int termLengthBytes) {
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
    boolean usable =
        uri.isUdp() && endpoint != null && endpoint.matches("[\\w.:\\[\\]-]+:\\d{1,5}");
    return usable ? "aeron:udp?endpoint=" + endpoint + "|" + terms : NONE;
  }
}
