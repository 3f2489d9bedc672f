package io.lockstep.host.replay;

/**
 * One line of a fills file: a trade that the exchange printed.
 *
 * @param line in the file, the header being line 1.
 */
record SseFill(int line, SsePhase phase, Fill fill) {
  static final String HEADER = "inbound_idx,phase,buy_id,sell_id,price_milli_cny,qty";

  static SseFill read(int line, String[] fields) {
    return new SseFill(
        line,
        SsePhase.of(fields[1]),
        new Fill(
            Integer.parseInt(fields[0]),
            Long.parseLong(fields[2]),
            Long.parseLong(fields[3]),
            Long.parseLong(fields[4]),
            Long.parseLong(fields[5])));
  }
}
