package io.lockstep.host.stat;

import static io.aeron.driver.status.SystemCounterDescriptor.BYTES_RECEIVED;
import static io.aeron.driver.status.SystemCounterDescriptor.BYTES_SENT;
import static io.aeron.driver.status.SystemCounterDescriptor.CLIENT_TIMEOUTS;
import static io.aeron.driver.status.SystemCounterDescriptor.ERRORS;
import static io.aeron.driver.status.SystemCounterDescriptor.INVALID_PACKETS;
import static io.aeron.driver.status.SystemCounterDescriptor.LOSS_GAP_FILLS;
import static io.aeron.driver.status.SystemCounterDescriptor.NAK_MESSAGES_RECEIVED;
import static io.aeron.driver.status.SystemCounterDescriptor.NAK_MESSAGES_SENT;
import static io.aeron.driver.status.SystemCounterDescriptor.RETRANSMITS_SENT;
import static io.aeron.driver.status.SystemCounterDescriptor.SENDER_FLOW_CONTROL_LIMITS;
import static io.aeron.driver.status.SystemCounterDescriptor.SHORT_SENDS;
import static io.aeron.driver.status.SystemCounterDescriptor.UNBLOCKED_PUBLICATIONS;

import io.aeron.AeronCounters;
import io.aeron.CncFileDescriptor;
import io.aeron.CommonContext;
import io.aeron.driver.status.StreamCounter;
import io.aeron.driver.status.SystemCounterDescriptor;
import io.lockstep.host.SteppedAppliance;
import io.lockstep.host.card.CardCounters;
import io.lockstep.host.counters.CounterTypes;
import io.lockstep.host.stat.Reading.Part;
import java.io.File;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.IoUtil;
import org.agrona.concurrent.status.CountersReader;

/**
 * The counters file of a media driver, mapped to be read: nobody notices, and nobody waits. One
 * thread.
 */
public final class CountersFile implements AutoCloseable {
  /** A driver that was not heard of for longer is dead. */
  private static final long DRIVER_ALIVE_WITHIN_MS = 5_000;

  /** Of the driver's own counters those that tell how it fares, by the names given here. */
  private static final Map<SystemCounterDescriptor, String> DRIVER = driverCounters();

  private final MappedByteBuffer file;
  private final CountersReader counters;

  private CountersFile(MappedByteBuffer file) {
    this.file = file;
    DirectBuffer about = CncFileDescriptor.createMetaDataBuffer(file);
    CncFileDescriptor.checkVersion(about.getInt(CncFileDescriptor.cncVersionOffset(0)));
    counters =
        new CountersReader(
            CncFileDescriptor.createCountersMetaDataBuffer(file, about),
            CncFileDescriptor.createCountersValuesBuffer(file, about),
            StandardCharsets.US_ASCII);
  }

  /**
   * Maps the file.
   *
   * @param aeronDirectory of the media driver.
   * @return empty when no driver is there.
   */
  public static Optional<CountersFile> open(Path aeronDirectory) {
    File file = CommonContext.newCncFile(aeronDirectory.toString());
    if (!CommonContext.isDriverActive(aeronDirectory.toFile(), DRIVER_ALIVE_WITHIN_MS, x -> {})) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file.toPath(), StandardOpenOption.READ)) {
      return Optional.of(new CountersFile(channel.map(MapMode.READ_ONLY, 0, channel.size())));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static Map<SystemCounterDescriptor, String> driverCounters() {
    Map<SystemCounterDescriptor, String> names = new LinkedHashMap<>();
    names.put(BYTES_SENT, "bytes_sent");
    names.put(BYTES_RECEIVED, "bytes_received");
    names.put(SENDER_FLOW_CONTROL_LIMITS, "back_pressure");
    names.put(ERRORS, "errors");
    names.put(INVALID_PACKETS, "invalid_packets");
    names.put(NAK_MESSAGES_SENT, "naks_sent");
    names.put(NAK_MESSAGES_RECEIVED, "naks_received");
    names.put(RETRANSMITS_SENT, "retransmits_sent");
    names.put(LOSS_GAP_FILLS, "loss_gap_fills");
    names.put(SHORT_SENDS, "short_sends");
    names.put(CLIENT_TIMEOUTS, "client_timeouts");
    names.put(UNBLOCKED_PUBLICATIONS, "unblocked_publications");
    return names;
  }

  /** False once the driver has ended. */
  public boolean isAlive() {
    return CommonContext.isDriverActive(DRIVER_ALIVE_WITHIN_MS, x -> {}, file);
  }

  /** What all counters say now. */
  public Reading read() {
    String[] card = {""};
    counters.forEach(
        (id, type, key, label) -> {
          if (type == CardCounters.RUNS_TYPE_ID) {
            card[0] = CounterTypes.name(label);
          }
        });
    Reading reading = new Reading(card[0], System.nanoTime());
    DRIVER.forEach(
        (counter, name) -> reading.add(Part.AERON, name, counters.getCounterValue(counter.id())));
    counters.forEach((id, type, key, label) -> add(reading, id, type, key, label));
    return reading;
  }

  private void add(Reading reading, int id, int type, DirectBuffer key, String label) {
    long value = counters.getCounterValue(id);
    if (type == AeronCounters.ARCHIVE_ERROR_COUNT_TYPE_ID) {
      reading.add(Part.AERON, "archive_errors", value);
    } else if (type == AeronCounters.DRIVER_PUBLISHER_POS_TYPE_ID) {
      addStream(reading, key.getInt(StreamCounter.STREAM_ID_OFFSET), value);
    } else if (CounterTypes.isHost(type)) {
      reading.add(Part.HOST, CounterTypes.name(label), value);
    } else if (type == CardCounters.LOST_TYPE_ID) {
      reading.add(Part.HOST, "cards_lost", value);
    } else if (type == CardCounters.CHANGED_TYPE_ID) {
      reading.add(Part.HOST, "cards_changed", value);
    } else if (CounterTypes.isRefusal(type)) {
      reading.add(Part.HOST, "refused." + CounterTypes.name(label), value);
    } else if (CounterTypes.isCard(type)) {
      reading.add(Part.CARD, CounterTypes.name(label), value);
    }
  }

  private static void addStream(Reading reading, int stream, long position) {
    if (stream == SteppedAppliance.LOG_STREAM_ID) {
      reading.add(Part.AERON, "log_bytes", position);
    } else if (stream == SteppedAppliance.OUTPUT_STREAM_ID) {
      reading.add(Part.AERON, "output_bytes", position);
    }
  }

  @Override
  public void close() {
    IoUtil.unmap(file);
  }
}
