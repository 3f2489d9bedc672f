package io.lockstep.guest;

import io.lockstep.sim.rtl.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The guest's first and only file system: busybox, a Java runtime with its libraries, built once
 * and kept below bench/target; and for each boot the product's class path and a script.
 */
final class GuestImage {
  private static final Path FOLDER = Checkout.root().resolve("bench/target/guest");
  private static final Path RUNTIME = FOLDER.resolve("runtime");
  private static final String JAVA_MODULES = "java.base,java.logging,jdk.unsupported";
  private static final Pattern LIBRARY = Pattern.compile("(/\\S+\\.so\\S*)");

  private GuestImage() {}

  /**
   * The image for a script.
   *
   * @param script what the guest runs, by busybox.
   * @param modules of the kernel, that it finds in /job/modules.
   * @throws Tool.MissingException where the runtime cannot be built.
   */
  static Path of(String script, List<String> modules) throws IOException {
    Path base = base();
    Path image = FOLDER.resolve("initramfs");
    Path job = FOLDER.resolve("job.cpio");
    try (Cpio archive = new Cpio(job)) {
      archive.add("init", resource("init"));
      archive.add("bin/lockstep", resource("lockstep"));
      archive.add("job/run", script);
      archive.add("job/flags", String.join(" ", Product.flags()));
      for (Path entry : Product.classPath()) {
        archive.add("job/lib/" + nameOnClassPath(entry), entry);
      }
      for (String module : modules) {
        archive.add("job/modules/" + Path.of(module).getFileName(), GuestKernel.module(module));
      }
    }
    Files.copy(base, image, StandardCopyOption.REPLACE_EXISTING);
    try (OutputStream out = Files.newOutputStream(image, StandardOpenOption.APPEND)) {
      Files.copy(job, out);
    }
    return image;
  }

  private static Path base() throws IOException {
    Path base = FOLDER.resolve("runtime.cpio");
    if (!Files.exists(base)) {
      Files.createDirectories(FOLDER);
      buildRuntime();
      Path unfinished = FOLDER.resolve("runtime.cpio.new");
      try (Cpio archive = new Cpio(unfinished)) {
        writeRuntime(archive);
      }
      Files.move(unfinished, base);
    }
    return base;
  }

  private static String nameOnClassPath(Path entry) {
    // Of MODULE/target/classes the module; a jar has its own name.
    return Files.isDirectory(entry)
        ? entry.getParent().getParent().getFileName().toString()
        : entry.getFileName().toString();
  }

  private static void buildRuntime() throws IOException {
    String machine = System.getProperty("os.arch");
    if (!machine.equals("amd64")) {
      throw new Tool.MissingException(
          "the guest needs a JDK for x86-64; this one is for " + machine);
    }
    Path jdk = Path.of(System.getProperty("java.home"));
    Tool.run(FOLDER, "rm", "-rf", RUNTIME.toString());
    Tool.run(
        FOLDER,
        jdk.resolve("bin/jlink").toString(),
        "--add-modules",
        JAVA_MODULES,
        "--strip-debug",
        "--no-man-pages",
        "--no-header-files",
        "--output",
        RUNTIME.toString());
    Tool.run(FOLDER, RUNTIME.resolve("bin/java").toString(), "-Xshare:dump");
  }

  private static void writeRuntime(Cpio archive) throws IOException {
    for (String folder : List.of("proc", "sys", "dev", "tmp")) {
      archive.addFolder(folder);
    }
    archive.add("bin/busybox", GuestKernel.busybox());
    archive.add("runtime", RUNTIME);
    TreeSet<String> libraries = new TreeSet<>();
    for (String user :
        List.of("bin/java", "lib/server/libjvm.so", "lib/libnio.so", "lib/libjli.so")) {
      Matcher named = LIBRARY.matcher(Tool.run(FOLDER, "ldd", RUNTIME.resolve(user).toString()));
      named.results().map(found -> found.group(1)).forEach(libraries::add);
    }
    for (String library : libraries) {
      if (!Path.of(library).normalize().startsWith(RUNTIME)) {
        archive.add(library.substring(1), Path.of(library));
      }
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = GuestImage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
