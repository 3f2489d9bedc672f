package io.lockstep.host.margin;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.host.surface.ReportResult;
import io.lockstep.host.surface.SmileStatus;
import io.lockstep.host.surface.VolatilitySmile;
import io.lockstep.host.surface.VolatilitySurface;
import io.lockstep.schema.client.ReportVolatilitiesDecoder;
import io.lockstep.schema.client.SurfaceDefinedDecoder;
import io.lockstep.schema.snapshot.SmileStateDecoder;
import io.lockstep.schema.snapshot.SmileStateEncoder;
import io.lockstep.schema.snapshot.SurfaceStateDecoder;
import io.lockstep.schema.snapshot.SurfaceStateEncoder;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The volatilities of options: of a surface, where their risk group has one and a smile of their
 * expiry was reported; else each option's own. Stage A's own; one thread; allocates nothing but for
 * definitions.
 */
public final class Surfaces implements SnapshotPart {
  private static final double MILLION = 1e6;

  /** Most expiries of a group: each of its instruments may have one of its own. */
  private static final int EXPIRIES_MAX = 128;

  private static final int VALUES = 2 * SurfaceRule.POINTS_MAX;
  private static final int HEAD = 3;

  private final RiskGroups groups;

  /** By group; null where it has none. */
  private final SurfaceRule[] rules;

  private final VolatilitySurface[] surfaces;

  /** A report at hand, by number of points. */
  private final double[][] reports = new double[SurfaceRule.POINTS_MAX + 1][];

  private final long[] state = new long[HEAD + VALUES];

  /** Of the surface record that was read last. */
  private int readGroup;

  /** There are none. */
  public Surfaces(RiskGroups groups) {
    this.groups = groups;
    rules = new SurfaceRule[groups.capacity()];
    surfaces = new VolatilitySurface[groups.capacity()];
    for (int points = 0; points < reports.length; points++) {
      reports[points] = new double[points];
    }
  }

  /** A group has a surface; false: there is no such group. */
  public boolean define(SurfaceDefinedDecoder message) {
    boolean fits = groups.group(message.group()) != null;
    if (fits) {
      define(SurfaceRule.read(message));
    }
    return fits;
  }

  private void define(SurfaceRule rule) {
    rules[rule.group()] = rule;
    surfaces[rule.group()] = new VolatilitySurface(rule.settings(), EXPIRIES_MAX);
  }

  /** A group has a surface. */
  public boolean hasSurface(int group) {
    return group < rules.length && rules[group] != null;
  }

  /** A smile was reported, of a group with a surface and an expiry of an option of it. */
  public ReportResult report(ReportVolatilitiesDecoder message, long nowNs) {
    int group = message.group();
    int first = message.offset() + ReportVolatilitiesDecoder.volatility0EncodingOffset();
    double[] report = reports[rules[group].logMoneyness().size()];
    for (int i = 0; i < report.length; i++) {
      long millionths =
          message.buffer().getInt(first + i * Integer.BYTES, ByteOrder.LITTLE_ENDIAN)
              & 0xFFFF_FFFFL;
      report[i] = millionths / MILLION;
    }
    surfaces[group].open(message.expiryNs());
    VolatilitySmile smile = surfaces[group].smile(message.expiryNs());
    boolean begins = smile.status(nowNs) == SmileStatus.EMPTY;
    ReportResult result = smile.report(nowNs, report);
    if (begins && result == ReportResult.TAKEN) {
      groups.restage(group);
    }
    return result;
  }

  /** A tick: smiles move, widen and narrow. */
  public void advance(long nowNs) {
    for (int group = 0; group < surfaces.length; group++) {
      if (surfaces[group] != null && surfaces[group].advance(nowNs)) {
        groups.restage(group);
      }
    }
  }

  /** Of an option, a year, where its underlying's forward price is this. */
  double volatility(int instrument, double forward) {
    VolatilitySmile smile = smile(instrument);
    double own = groups.volatility(instrument) / MILLION;
    if (smile == null) {
      return own;
    }
    double logMoneyness = StrictMath.log(groups.contract(instrument).strike() / forward);
    double reported = smile.volatility(logMoneyness);
    return reported > 0 ? reported : own;
  }

  /** By how much volatilities in scenarios move further, since the option's smile is stale. */
  double widening(int instrument) {
    VolatilitySmile smile = smile(instrument);
    return smile == null ? 0 : smile.widening();
  }

  private VolatilitySmile smile(int instrument) {
    MarginContract contract = groups.contract(instrument);
    VolatilitySurface surface = contract.isOption() ? surfaces[contract.group()] : null;
    return surface == null ? null : surface.smile(contract.expiryNs());
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    SurfaceStateEncoder record = new SurfaceStateEncoder();
    for (int group = 0; group < rules.length; group++) {
      if (rules[group] != null) {
        rules[group].write(to.next(record));
        writeSmiles(to, surfaces[group]);
      }
    }
  }

  private void writeSmiles(SnapshotWriter to, VolatilitySurface surface) {
    SmileStateEncoder record = new SmileStateEncoder();
    for (int place = 0; place < surface.size(); place++) {
      VolatilitySmile smile = surface.smile(surface.expiryNs(place));
      Arrays.fill(state, 0);
      smile.save(state, 0);
      to.next(record)
          .expiryNs(surface.expiryNs(place))
          .reportedNs(state[0])
          .steppedNs(state[1])
          .widenSteps(state[2]);
      MutableDirectBuffer buffer = record.buffer();
      int first = record.offset() + SmileStateEncoder.volatility0EncodingOffset();
      for (int i = 0; i < VALUES; i++) {
        buffer.putLong(first + i * Long.BYTES, state[HEAD + i], ByteOrder.LITTLE_ENDIAN);
      }
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    switch (from.templateId()) {
      case SurfaceStateDecoder.TEMPLATE_ID:
        SurfaceRule rule = SurfaceRule.read(from.as(new SurfaceStateDecoder()));
        define(rule);
        readGroup = rule.group();
        return true;
      case SmileStateDecoder.TEMPLATE_ID:
        read(from.as(new SmileStateDecoder()));
        return true;
      default:
        return false;
    }
  }

  private void read(SmileStateDecoder record) {
    state[0] = record.reportedNs();
    state[1] = record.steppedNs();
    state[2] = record.widenSteps();
    DirectBuffer buffer = record.buffer();
    int first = record.offset() + SmileStateDecoder.volatility0EncodingOffset();
    for (int i = 0; i < VALUES; i++) {
      state[HEAD + i] = buffer.getLong(first + i * Long.BYTES, ByteOrder.LITTLE_ENDIAN);
    }
    surfaces[readGroup].open(record.expiryNs());
    surfaces[readGroup].smile(record.expiryNs()).load(state, 0);
  }
}
