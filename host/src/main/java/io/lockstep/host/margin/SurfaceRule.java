package io.lockstep.host.margin;

import io.lockstep.host.surface.SmileSettings;
import io.lockstep.schema.client.SurfaceDefinedDecoder;
import io.lockstep.schema.client.SurfaceDefinedEncoder;
import io.lockstep.schema.snapshot.SurfaceStateDecoder;
import io.lockstep.schema.snapshot.SurfaceStateEncoder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The rules of a risk group's volatility surface, in the log's integers: all but times in
 * millionths. What each means, {@link SmileSettings} says.
 *
 * @param logMoneyness of the points, rising; one to {@link #POINTS_MAX}.
 */
public record SurfaceRule(
    int group,
    List<Integer> logMoneyness,
    long volatilityMin,
    long volatilityMax,
    long stepMax,
    long stepNs,
    long staleNs,
    long widenNs,
    long widenStep,
    long widenMax) {
  /** Most points of a smile. */
  public static final int POINTS_MAX = 8;

  private static final double MILLION = 1e6;

  /** Copies the list. */
  public SurfaceRule {
    logMoneyness = List.copyOf(logMoneyness);
  }

  /**
   * The same for the arithmetic. The book's volatilities count for nothing.
   *
   * @throws IllegalArgumentException that names what is wrong.
   */
  public SmileSettings settings() {
    return new SmileSettings(
        logMoneyness.stream().map(point -> point / MILLION).toList(),
        volatilityMin / MILLION,
        volatilityMax / MILLION,
        stepMax / MILLION,
        stepNs,
        staleNs,
        widenNs,
        widenStep / MILLION,
        widenMax / MILLION,
        0);
  }

  /** Fills in a log message. */
  public void write(SurfaceDefinedEncoder message) {
    message
        .stepNs(stepNs)
        .staleNs(staleNs)
        .widenNs(widenNs)
        .volatilityMin(volatilityMin)
        .volatilityMax(volatilityMax)
        .stepMax(stepMax)
        .widenStep(widenStep)
        .widenMax(widenMax)
        .group(group)
        .points((short) logMoneyness.size());
    putPoints(
        message.buffer(), message.offset() + SurfaceDefinedEncoder.logMoneyness0EncodingOffset());
  }

  static SurfaceRule read(SurfaceDefinedDecoder message) {
    return new SurfaceRule(
        message.group(),
        points(
            message.buffer(),
            message.offset() + SurfaceDefinedDecoder.logMoneyness0EncodingOffset(),
            message.points()),
        message.volatilityMin(),
        message.volatilityMax(),
        message.stepMax(),
        message.stepNs(),
        message.staleNs(),
        message.widenNs(),
        message.widenStep(),
        message.widenMax());
  }

  void write(SurfaceStateEncoder record) {
    record
        .stepNs(stepNs)
        .staleNs(staleNs)
        .widenNs(widenNs)
        .volatilityMin(volatilityMin)
        .volatilityMax(volatilityMax)
        .stepMax(stepMax)
        .widenStep(widenStep)
        .widenMax(widenMax)
        .group(group)
        .points(logMoneyness.size());
    putPoints(record.buffer(), record.offset() + SurfaceStateEncoder.logMoneyness0EncodingOffset());
  }

  static SurfaceRule read(SurfaceStateDecoder record) {
    return new SurfaceRule(
        record.group(),
        points(
            record.buffer(),
            record.offset() + SurfaceStateDecoder.logMoneyness0EncodingOffset(),
            record.points()),
        record.volatilityMin(),
        record.volatilityMax(),
        record.stepMax(),
        record.stepNs(),
        record.staleNs(),
        record.widenNs(),
        record.widenStep(),
        record.widenMax());
  }

  /** Those beyond the last are 0. */
  private void putPoints(MutableDirectBuffer buffer, int at) {
    for (int i = 0; i < POINTS_MAX; i++) {
      int point = i < logMoneyness.size() ? logMoneyness.get(i) : 0;
      buffer.putInt(at + i * Integer.BYTES, point, ByteOrder.LITTLE_ENDIAN);
    }
  }

  private static List<Integer> points(DirectBuffer buffer, int at, int count) {
    List<Integer> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(buffer.getInt(at + i * Integer.BYTES, ByteOrder.LITTLE_ENDIAN));
    }
    return points;
  }
}
