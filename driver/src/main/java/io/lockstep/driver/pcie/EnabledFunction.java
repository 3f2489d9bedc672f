package io.lockstep.driver.pcie;

import com.sun.jna.LastErrorException;
import io.lockstep.driver.pcie.PcieRefusedException.Reason;
import java.nio.charset.StandardCharsets;

/**
 * A function whose memory answers: the kernel counts in {@code enable} who wants that. To be
 * enabled is not to be a bus master: see {@link ConfigSpace}.
 */
final class EnabledFunction implements AutoCloseable {
  private static final String FILE = "enable";

  private final PcieFunction function;
  private boolean isOurs;

  /**
   * Enables it, unless it is.
   *
   * @throws PcieRefusedException if that fails.
   */
  EnabledFunction(PcieFunction function) {
    this.function = function;
    if (isOff()) {
      try {
        write("1");
      } catch (LastErrorException e) {
        Reason reason = e.getErrorCode() == Libc.EPERM ? Reason.NO_PERMISSION : Reason.NOT_ENABLED;
        throw function.refused(reason, "it cannot be enabled", e);
      }
      isOurs = true;
    }
  }

  private boolean isOff() {
    return function.text(FILE).equals("0");
  }

  private void write(String text) {
    try (NativeFile file = new NativeFile(function.file(FILE), Libc.O_WRONLY)) {
      file.write(0, text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Disables it, if it was disabled before. */
  @Override
  public void close() {
    if (isOurs) {
      isOurs = false;
      write("0");
    }
  }
}
