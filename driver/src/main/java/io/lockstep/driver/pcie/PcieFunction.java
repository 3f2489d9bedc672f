package io.lockstep.driver.pcie;

import com.sun.jna.LastErrorException;
import io.lockstep.driver.pcie.PcieRefusedException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A PCI function as sysfs shows it: its folder, and what the driver needs of it. */
final class PcieFunction {
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");

  private final PcieHost host;
  private final String address;
  private final Path folder;

  private PcieFunction(PcieHost host, String address) {
    this.host = host;
    this.address = address;
    this.folder = host.functions().resolve(address);
  }

  /**
   * The function at an address.
   *
   * @param address domain, bus, device and function, as {@code 0000:01:00.0}.
   * @throws PcieRefusedException if there is none, or it is no card.
   */
  static PcieFunction at(PcieHost host, String address) {
    PcieFunction function = new PcieFunction(host, address);
    if (!isAddress(address) || !Files.isDirectory(function.folder)) {
      throw function.refused(Reason.NO_SUCH_FUNCTION, "there is no function at this address");
    }
    if (!function.isCard()) {
      throw function.refused(
          Reason.WRONG_ID,
          String.format(
              "its vendor and device are %04x:%04x, a card's are %s",
              function.number("vendor"), function.number("device"), PcieIds.TEXT));
    }
    return function;
  }

  /**
   * The first card by address.
   *
   * @throws PcieRefusedException if there is none.
   */
  static PcieFunction first(PcieHost host) {
    try (Stream<Path> folders = Files.list(host.functions())) {
      return folders
          .map(folder -> new PcieFunction(host, folder.getFileName().toString()))
          .filter(PcieFunction::isCard)
          .min((one, other) -> one.address.compareTo(other.address))
          .orElseThrow(() -> noCard("no function has the ids " + PcieIds.TEXT));
    } catch (IOException e) {
      throw noCard("there is no PCI bus in " + host.functions());
    }
  }

  /** Whether it is domain, bus, device and function, as {@code 0000:01:00.0}. */
  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  private static PcieRefusedException noCard(String found) {
    return new PcieRefusedException(Reason.NO_CARD, "", found);
  }

  private boolean isCard() {
    return number("vendor") == PcieIds.VENDOR && number("device") == PcieIds.DEVICE;
  }

  /**
   * Looks whether the function is free, reaches memory untranslated, and has the BARs of a card.
   * Changes nothing.
   *
   * @throws PcieRefusedException naming the first thing that is wrong.
   */
  void requireUsable() {
    requireFree();
    requireIdentity();
    List<String> resources = text("resource").lines().toList();
    requireBar(PcieBar.of(0, resources), 0, PcieIds.REGISTER_BYTES);
    PcieBar window = PcieBar.of(2, resources);
    requireBar(window, 2, PcieIds.WINDOW_BYTES);
    if (!window.isPrefetchable()) {
      throw refused(Reason.WINDOW_NOT_PREFETCHABLE, "BAR 2 is not prefetchable");
    }
    if (!Files.exists(folder.resolve("resource2_wc"))) {
      throw refused(Reason.NO_WRITE_COMBINING, "the kernel offers no resource2_wc");
    }
  }

  private void requireFree() {
    Path driver = folder.resolve("driver");
    if (Files.isSymbolicLink(driver)) {
      try {
        throw refused(
            Reason.HELD_BY_DRIVER,
            "the driver " + Files.readSymbolicLink(driver).getFileName() + " holds it");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Without an IOMMU there is no group. */
  private void requireIdentity() {
    if (Files.exists(folder.resolve("iommu_group"))) {
      Path type = folder.resolve("iommu_group/type");
      String found = Files.exists(type) ? text("iommu_group/type") : "unknown";
      if (!found.equals("identity")) {
        throw refused(
            Reason.IOMMU_TRANSLATES,
            "the IOMMU translates its addresses (iommu_group/type is " + found + ")");
      }
    }
  }

  private void requireBar(PcieBar bar, int number, long bytesMin) {
    if (!bar.isMemory()) {
      throw refused(Reason.BAR_MISSING, "it has no memory BAR " + number);
    }
    if (bar.bytes() < bytesMin) {
      throw refused(
          Reason.BAR_TOO_SMALL,
          "BAR " + number + " has " + bar.bytes() + " bytes, a card's has at least " + bytesMin);
    }
  }

  /** Size of a BAR that {@link #requireUsable} has seen, or of what Java can address of it. */
  int barBytes(int number) {
    long bytes = PcieBar.of(number, text("resource").lines().toList()).bytes();
    return (int) Math.min(bytes, Integer.MAX_VALUE & -4096);
  }

  /** Domain, bus, device and function, as {@code 0000:01:00.0}. */
  String address() {
    return address;
  }

  PcieHost host() {
    return host;
  }

  /** A file of the function. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** What a file of the function says. */
  String text(String name) {
    try {
      return Files.readString(folder.resolve(name)).strip();
    } catch (IOException e) {
      throw refused(Reason.NO_PERMISSION, "cannot read " + folder.resolve(name));
    }
  }

  private int number(String name) {
    return Integer.decode(text(name));
  }

  /** A refusal of this function. */
  PcieRefusedException refused(Reason reason, String found) {
    return new PcieRefusedException(reason, address, found);
  }

  /**
   * A refusal by a failed call: for lack of permission, or else for the reason given.
   *
   * @param attempt what failed, in words.
   */
  PcieRefusedException refused(Reason reason, String attempt, LastErrorException failure) {
    int error = failure.getErrorCode();
    boolean forbidden = error == Libc.EACCES || error == Libc.EROFS;
    return refused(
        forbidden ? Reason.NO_PERMISSION : reason, attempt + ": " + failure.getMessage());
  }

  /** The same, where EPERM means that the kernel is locked down. */
  PcieRefusedException refusedByKernel(Reason reason, String attempt, LastErrorException failure) {
    if (failure.getErrorCode() != Libc.EPERM) {
      return refused(reason, attempt, failure);
    }
    return refused(
        Reason.LOCKED_DOWN, "the kernel does not allow it" + lockdown() + ": " + attempt);
  }

  private String lockdown() {
    try {
      return " (lockdown: " + Files.readString(host.lockdown()).strip() + ")";
    } catch (IOException e) {
      return ""; // it is a kernel without that, or one that does not tell
    }
  }
}
