package io.lockstep.host.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes that the engine hands from one schema to the other as numbers mean the same in both. */
class SchemasAgreeTest {
  private static final int CARDS_REASONS = 64;

  static Stream<Arguments> codes() {
    return Stream.of(
        pair(
            io.lockstep.schema.card.RejectReason.values(),
            io.lockstep.schema.client.RejectReason.values()),
        pair(
            io.lockstep.schema.card.CancelReason.values(),
            io.lockstep.schema.client.CancelReason.values()),
        pair(
            io.lockstep.schema.card.SelfTradePrevention.values(),
            io.lockstep.schema.client.SelfTradePrevention.values()),
        pair(
            io.lockstep.schema.card.TimeInForce.values(),
            io.lockstep.schema.client.TimeInForce.values()),
        pair(
            io.lockstep.schema.card.MarginStatus.values(),
            io.lockstep.schema.client.MarginStatus.values()),
        pair(
            io.lockstep.schema.card.OrderType.values(),
            io.lockstep.schema.client.OrderType.values()),
        pair(
            io.lockstep.schema.card.KeptPlace.values(),
            io.lockstep.schema.client.KeptPlace.values()),
        pair(io.lockstep.schema.card.Side.values(), io.lockstep.schema.client.Side.values()));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void mirrorsTheCards(Map<String, Integer> card, Map<String, Integer> client) {
    assertEquals(card, client);
  }

  private static Arguments pair(Enum<?>[] card, Enum<?>[] client) {
    return Arguments.of(numbers(card), numbers(client));
  }

  /** Number by name; without null, the client's word for none, and the host's own reasons. */
  private static Map<String, Integer> numbers(Enum<?>[] codes) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Arrays.stream(codes)
        .filter(code -> !code.name().equals("NULL_VAL") && !code.name().equals("NONE"))
        .filter(code -> number(code) < CARDS_REASONS)
        .forEach(code -> numbers.put(code.name(), number(code)));
    return numbers;
  }

  private static int number(Enum<?> code) {
    try {
      return ((Number) code.getClass().getMethod("value").invoke(code)).intValue();
    } catch (ReflectiveOperationException noCode) {
      throw new IllegalStateException(noCode);
    }
  }
}
