package io.lockstep.sim.verilated;

import io.lockstep.sim.rtl.Checkout;
import io.lockstep.sim.rtl.NativeMake;
import io.lockstep.sim.rtl.RtlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Libraries of the Verilated card: the one that Maven built, and others built when asked for. */
public final class VerilatedCardBuild {
  private static final String LIBRARY = "liblockstep_card.so";
  private static final String SOURCES = "rtl";

  private VerilatedCardBuild() {}

  /**
   * The card of this checkout, as Maven built it.
   *
   * @throws RtlException if it is not there.
   */
  public static Path library() {
    Path library = Checkout.nativeFolder().resolve("card").resolve(LIBRARY);
    if (!Files.exists(library)) {
      throw new RtlException(
          library + " is missing; build it with: mvn -pl sim -am process-classes");
    }
    return library;
  }

  /** The card of this checkout with waveforms; built at the first use, which takes a minute. */
  public static synchronized Path tracedLibrary() {
    Path folder = Checkout.nativeFolder().resolve("card-traced");
    NativeMake.run("card", "CARD=" + folder, "TRACE=1");
    return folder.resolve(LIBRARY);
  }

  /** The card of this checkout with line coverage; built at the first use, as with waveforms. */
  public static synchronized Path coverageLibrary() {
    Path folder = Checkout.nativeFolder().resolve("card-coverage");
    NativeMake.run("card", "CARD=" + folder, "COVERAGE=1");
    return folder.resolve(LIBRARY);
  }

  /**
   * The card of this checkout with another number of order slots; built at the first use, which
   * takes a minute.
   *
   * @param slots a power of two, up to 1,048,576.
   */
  public static synchronized Path libraryWithOrders(int slots) {
    Path folder = Checkout.nativeFolder().resolve("card-orders-" + slots);
    NativeMake.run("card", "CARD=" + folder, "PARAMETERS=-GORDERS=" + slots);
    return folder.resolve(LIBRARY);
  }

  /**
   * The card of this checkout, or of other RTL, in another size; built at the first use, which
   * takes a minute or more.
   *
   * @param rtl folder that holds all that fpga/rtl holds, changed; empty: this checkout's.
   * @param parameters of lockstep_card.sv, each {@code NAME=VALUE}.
   * @param traced whether it can write waveforms.
   */
  public static synchronized Path libraryWith(
      Optional<Path> rtl, List<String> parameters, boolean traced) {
    String size = String.join("-", parameters).toLowerCase(Locale.ROOT).replaceAll("[^-0-9]", "");
    String suffix = traced ? "-traced" : "";
    String passed =
        parameters.stream().map(parameter -> "-G" + parameter).collect(Collectors.joining(" "));
    String trace = "TRACE=" + (traced ? 1 : 0);
    if (rtl.isPresent()) {
      Path folder = copied(rtl.get(), "-" + size + suffix);
      NativeMake.run(
          "card",
          "CARD=" + folder,
          "RTL=" + folder.resolve(SOURCES),
          trace,
          "PARAMETERS=" + passed);
      return folder.resolve(LIBRARY);
    }
    Path folder = Checkout.nativeFolder().resolve("card-" + size + suffix);
    NativeMake.run("card", "CARD=" + folder, trace, "PARAMETERS=" + passed);
    return folder.resolve(LIBRARY);
  }

  /**
   * A card from other RTL, say with a fault planted in it. Built once per content of the folder,
   * from a copy of it.
   *
   * @param rtl folder that holds all that fpga/rtl holds, changed.
   * @param traced whether it can write waveforms.
   * @throws RtlException if it does not build, with the tool's message.
   */
  public static synchronized Path libraryOf(Path rtl, boolean traced) {
    Path folder = copied(rtl, traced ? "-traced" : "");
    NativeMake.run(
        "card", "CARD=" + folder, "RTL=" + folder.resolve(SOURCES), "TRACE=" + (traced ? 1 : 0));
    return folder.resolve(LIBRARY);
  }

  /** A folder of its own for what is built from other RTL, with a copy of that. */
  private static Path copied(Path rtl, String suffix) {
    Path folder = Checkout.root().resolve("sim/target/rtl-cards").resolve(hash(rtl) + suffix);
    try {
      Path copy = Files.createDirectories(folder.resolve(SOURCES));
      for (Path source : sources(rtl)) {
        Path target = copy.resolve(source.getFileName());
        // One that is right keeps its time; one that an interrupted build left in part is mended.
        if (!Files.exists(target) || Files.mismatch(source, target) >= 0) {
          Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new RtlException("cannot copy the RTL in " + rtl, e);
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(file -> file.toString().endsWith(".sv")).sorted().toList();
    }
  }

  private static String hash(Path folder) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path source : sources(folder)) {
        digest.update(source.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(source));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (IOException e) {
      throw new RtlException("cannot read the RTL in " + folder, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
