package io.lockstep.host.replay;

/** Part of the trading day that a line of an {@code sse_l3} file belongs to. */
enum SsePhase {
  /** Order or cancel of the opening call auction. */
  OPENING_AUCTION("OA"),
  /** Order, cancel or fill of continuous trading. */
  CONTINUOUS("C"),
  /** Order or cancel of the closing call auction. */
  CLOSING_AUCTION("CA"),
  /** Fill of the opening call auction. */
  OPENING_MATCH("OAX"),
  /** Fill of the closing call auction. */
  CLOSING_MATCH("CAX");

  private final String code;

  SsePhase(String code) {
    this.code = code;
  }

  /** The phase of a file's code; throws {@link IllegalArgumentException} if there is none. */
  static SsePhase of(String code) {
    for (SsePhase phase : values()) {
      if (phase.code.equals(code)) {
        return phase;
      }
    }
    throw new IllegalArgumentException("unknown phase '" + code + "'");
  }
}
