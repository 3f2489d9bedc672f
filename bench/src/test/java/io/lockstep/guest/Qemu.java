package io.lockstep.guest;

import com.sun.jna.Memory;
import com.sun.jna.StringArray;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A QEMU process, started with one end of a socket pair as a file descriptor, which {@link
 * ProcessBuilder} cannot do. Ends by itself after a time limit, whatever happens to this process.
 */
final class Qemu implements AutoCloseable {
  private static final String PROGRAM = "qemu-system-x86_64";

  private static final String KNOWN_VERSION = "7.2.";
  private static final int SOCKET = 30;
  private static final int STATUS_TIMED_OUT = 124;
  private static final int STDIN = 0;
  private static final int STDOUT = 1;
  private static final int STDERR = 2;
  private static final int FILE_MODE = 0644;

  private final int pid;
  private boolean ended;

  /**
   * Looks whether it is installed, in a version whose proxy device this protocol was tried with.
   *
   * @throws Tool.MissingException where it is not.
   */
  static void requireKnownVersion(Path folder) {
    String version = Tool.run(folder, PROGRAM, "--version").lines().findFirst().orElse("");
    if (!version.contains(" version " + KNOWN_VERSION)) {
      throw new Tool.MissingException(
          version
              + ": the protocol of x-pci-proxy-dev is experimental, known here of version "
              + KNOWN_VERSION
              + "x alone");
    }
  }

  /**
   * Starts it.
   *
   * @param peer what becomes the proxy device's end; closed here.
   * @param console file that takes the guest's console and QEMU's own messages.
   */
  Qemu(
      int peer,
      GuestRun.Machine machine,
      Path kernel,
      Path initramfs,
      Path console,
      int secondsMax) {
    List<String> line = new ArrayList<>();
    line.addAll(List.of("timeout", "--kill-after=5", Integer.toString(secondsMax), PROGRAM));
    line.addAll(List.of("-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"));
    line.addAll(List.of("-accel", "tcg", "-cpu", "qemu64", "-smp", "2", "-m", "1G"));
    line.addAll(List.of("-machine", "q35,memory-backend=ram"));
    line.addAll(List.of("-object", "memory-backend-memfd,id=ram,share=on,size=1G"));
    line.addAll(List.of("-kernel", kernel.toString(), "-initrd", initramfs.toString()));
    String always = "console=ttyS0 quiet panic=-1 no_timer_check hugepages=4 mitigations=off ";
    line.addAll(List.of("-append", always + machine.kernelOptions(), "-serial", "stdio"));
    for (String device : machine.devices()) {
      line.addAll(List.of("-device", device));
    }
    line.addAll(List.of("-device", "x-pci-proxy-dev,fd=" + SOCKET));
    pid = spawn(line, peer, console);
  }

  private static int spawn(List<String> line, int peer, Path console) {
    int[] started = new int[1];
    try (Memory actions = new Memory(Posix.SPAWN_FILE_ACTIONS_BYTES)) {
      Posix.posix_spawn_file_actions_init(actions);
      Posix.posix_spawn_file_actions_addopen(actions, STDIN, "/dev/null", Posix.O_RDONLY, 0);
      Posix.posix_spawn_file_actions_addopen(
          actions, STDOUT, console.toString(), Posix.O_WRONLY_CREAT_TRUNC, FILE_MODE);
      Posix.posix_spawn_file_actions_adddup2(actions, STDOUT, STDERR);
      Posix.posix_spawn_file_actions_adddup2(actions, peer, SOCKET);
      StringArray arguments = new StringArray(line.toArray(String[]::new));
      StringArray environment = new StringArray(environment());
      int error = Posix.posix_spawnp(started, line.get(0), actions, null, arguments, environment);
      Posix.posix_spawn_file_actions_destroy(actions);
      Reference.reachabilityFence(arguments);
      Reference.reachabilityFence(environment);
      if (error != 0) {
        throw new IllegalStateException("cannot start " + line.get(0) + ": error " + error);
      }
    } finally {
      Posix.close(peer);
    }
    return started[0];
  }

  private static String[] environment() {
    return System.getenv().entrySet().stream()
        .map((Map.Entry<String, String> entry) -> entry.getKey() + "=" + entry.getValue())
        .toArray(String[]::new);
  }

  /** Waits for its end: whether it came before the time limit. */
  boolean awaitEnd() {
    int[] status = new int[1];
    Posix.waitpid(pid, status, 0);
    ended = true;
    return status[0] >> 8 != STATUS_TIMED_OUT;
  }

  /** Ends it, if it still runs. */
  @Override
  public void close() {
    if (!ended) {
      Posix.kill(pid, Posix.SIGTERM);
      awaitEnd();
    }
  }
}
