package io.lockstep.host.cli;

import io.lockstep.host.Appliance;
import io.lockstep.host.Cards;
import io.lockstep.host.log.ApplianceLog;
import io.lockstep.host.log.LogWriter;
import io.lockstep.host.settings.FeedSettings;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.SettingsBuilder;
import io.lockstep.host.venue.Venue;
import io.lockstep.schema.card.CardSchemaHash;
import io.lockstep.schema.client.MessageHeaderDecoder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs an appliance until Ctrl-C. */
@Command(
    name = "run",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Starts the appliance, prints its settings and channels, and runs until Ctrl-C, which leaves"
          + " nothing behind but the recordings of a given --archive-dir. Started on these again,"
          + " after whatever end, it goes on where it stopped.",
      "Clients on this machine reach it by aeron:ipc through the media driver's directory; for"
          + " others give --channel aeron:udp?endpoint=HOST:PORT."
    },
    footer = {
      "",
      "Exit status: 130 after Ctrl-C; 1 the appliance failed; 2 wrong use, or it cannot start so.",
      "",
      "Example: ./lockstep run --venue my-venue.yaml --channel aeron:ipc"
    })
final class RunCommand implements Callable<Integer> {
  private static final long START_SECONDS_MAX = 10;

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  @Option(
      names = "--venue",
      paramLabel = "FILE",
      description = "Instruments, participants, accounts, keys (default: the sample venue).")
  private Path venueFile;

  @Mixin private CardOption card = new CardOption(Cards.VERILATED);

  @Mixin private AeronOption aeron;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      defaultValue = "aeron:ipc",
      description = "Where clients send; may be given more than once (default: ${DEFAULT-VALUE}).")
  private List<String> channels;

  @Option(
      names = "--stream",
      paramLabel = "N",
      defaultValue = "1001",
      description = "Stream of every channel (default: ${DEFAULT-VALUE}).")
  private int stream;

  @Option(
      names = "--external-driver",
      description = "Use the media driver that runs in --aeron-dir, instead of one inside.")
  private boolean externalDriver;

  @Option(
      names = "--archive-dir",
      paramLabel = "DIR",
      description =
          "Record log and output here, and go on with what is there (default: a temporary directory).")
  private Path archive;

  @Option(
      names = "--file-sync-level",
      paramLabel = "0|1|2",
      defaultValue = "0",
      description =
          "0: what was answered survives a killed process (default); 1, 2: a power cut too.")
  private int fileSyncLevel;

  @Mixin private LostCardOption lostCard = new LostCardOption();
  @Mixin private RestartOption restart = new RestartOption();
  @Mixin private GatewayOption gateway = new GatewayOption();

  @Option(
      names = "--feed-channel",
      paramLabel = "CHANNEL",
      defaultValue = "aeron:ipc",
      description = "Where market data goes (default: ${DEFAULT-VALUE}).")
  private String feedChannel;

  @Option(
      names = "--feed-stream",
      paramLabel = "N",
      defaultValue = "1002",
      description = "Its stream (default: ${DEFAULT-VALUE}).")
  private int feedStream;

  @Mixin private LogOption log = new LogOption();

  @Override
  public Integer call() throws InterruptedException {
    Venue venue = venueFile == null ? Venue.sample() : Venue.read(venueFile);
    card.withMargin(venue.margin().isMargined());
    Settings settings = settings();
    PrintWriter out = spec.commandLine().getOut();
    LogWriter writer = new LogWriter(List.of(log.lines(), new SessionLines(out, venue)));
    ApplianceLog entries = new ApplianceLog(writer);
    Appliance appliance = start(settings, venue, entries, writer);
    describe(out, venue, settings);
    try {
      appliance.awaitEnd();
    } catch (RuntimeException failure) {
      RuntimeException told = card.explained(failure);
      entries.onFailed(told);
      throw told;
    }
    return ExitCode.OK;
  }

  /** From here on Ctrl-C ends the appliance in order, also while it starts. */
  private Appliance start(Settings settings, Venue venue, ApplianceLog entries, LogWriter writer) {
    CompletableFuture<Appliance> starting = new CompletableFuture<>();
    Runnable end = () -> end(starting, entries, writer);
    Runtime.getRuntime().addShutdownHook(new Thread(end, "end"));
    try {
      starting.complete(
          Appliance.start(settings, venue, () -> card.open().card(), card.source(), entries));
    } catch (RuntimeException notStarted) {
      writer.close();
      throw notStarted;
    } finally {
      starting.cancel(false); // no effect once it has started
    }
    return starting.join();
  }

  private Settings settings() {
    SettingsBuilder settings =
        Settings.builder()
            .card(card.name())
            .lostCard(lostCard.settings())
            .aeronDirectory(aeron.directory())
            .externalDriver(externalDriver)
            .ingressChannels(channels.toArray(new String[0]))
            .ingressStreamId(stream)
            .fileSyncLevel(fileSyncLevel)
            .restart(restart.settings());
    gateway.applyTo(settings);
    settings.feed(FeedSettings.USUAL.withChannel(feedChannel).withStreamId(feedStream));
    if (archive != null) {
      settings.archiveDirectory(archive);
    }
    return settings.conclude();
  }

  private void describe(PrintWriter out, Venue venue, Settings settings) {
    out.println("Lockstep appliance");
    row(
        out,
        "client schema",
        "id "
            + MessageHeaderDecoder.SCHEMA_ID
            + ", version "
            + MessageHeaderDecoder.SCHEMA_VERSION);
    row(
        out,
        "card schema",
        String.format(
            Locale.ROOT,
            "id %d, version %d, hash %016x",
            io.lockstep.schema.card.MessageHeaderDecoder.SCHEMA_ID,
            io.lockstep.schema.card.MessageHeaderDecoder.SCHEMA_VERSION,
            CardSchemaHash.VALUE));
    out.println(settings);
    row(out, "venue", venueFile == null ? "sample" : venueFile.toString());
    for (Venue.Instrument instrument : venue.instruments()) {
      row(
          out,
          "  instrument " + instrument.id(),
          instrument.name()
              + ", tick "
              + instrument.tickSize()
              + ", trades from "
              + instrument.bandLow() * instrument.tickSize()
              + " to "
              + instrument.bandHigh() * instrument.tickSize());
    }
    row(
        out,
        "  may log on",
        venue.participants().stream()
            .map(participant -> participant.id() + " " + participant.name())
            .collect(Collectors.joining(", ")));
    out.println("Ready; Ctrl-C ends it.");
    out.flush();
  }

  private void end(CompletableFuture<Appliance> starting, ApplianceLog entries, LogWriter writer) {
    try {
      Appliance appliance = starting.get(START_SECONDS_MAX, TimeUnit.SECONDS);
      appliance.close();
      appliance.awaitEnd();
      entries.onStopped();
      PrintWriter out = spec.commandLine().getOut();
      out.println("Ended.");
      out.flush();
    } catch (CancellationException | ExecutionException | TimeoutException notStarted) {
      // it left nothing, or still builds its card
    } catch (RuntimeException failed) {
      // told already, when it happened
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    } finally {
      writer.close();
    }
  }

  private static void row(PrintWriter out, String name, String value) {
    out.printf(Locale.ROOT, "  %-20s %s%n", name, value);
  }
}
