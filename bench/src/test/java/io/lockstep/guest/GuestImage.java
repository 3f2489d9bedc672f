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
import java.util.stream.Stream;

/**
 * What the guest boots: Debian's cloud kernel as it comes, and an initramfs of busybox, a Java
 * runtime with its libraries, and the product's own class path. Kernel and runtime are fetched and
 * built once and kept below bench/target; nothing is installed.
 */
final class GuestImage {
  private static final Path FOLDER = Checkout.root().resolve("bench/target/guest");
  private static final Path KERNEL = FOLDER.resolve("vmlinuz");
  private static final Path MODULES = FOLDER.resolve("modules");
  private static final Path BUSYBOX = FOLDER.resolve("busybox");
  private static final Path RUNTIME = FOLDER.resolve("runtime");
  private static final String JAVA_MODULES = "java.base,java.logging,jdk.unsupported";
  private static final Pattern LIBRARY = Pattern.compile("(/\\S+\\.so\\S*)");

  private GuestImage() {}

  /**
   * The kernel.
   *
   * @throws Tool.MissingException where it cannot be had.
   */
  static Path kernel() throws IOException {
    Files.createDirectories(FOLDER);
    if (!Files.exists(KERNEL)) {
      fetchKernel();
    }
    return KERNEL;
  }

  private static void fetchKernel() throws IOException {
    String depends = Tool.run(FOLDER, "apt-cache", "depends", "linux-image-cloud-amd64");
    Matcher named = Pattern.compile("linux-image-\\S+-cloud-amd64").matcher(depends);
    String image = "";
    while (named.find()) {
      image = named.group();
    }
    if (image.isEmpty()) {
      throw new Tool.MissingException("apt knows no package linux-image-cloud-amd64");
    }
    Path downloads = Files.createDirectories(FOLDER.resolve("downloads"));
    Tool.run(downloads, "apt-get", "download", image, "busybox-static");
    Path unpacked = Files.createDirectories(FOLDER.resolve("unpacked"));
    for (Path archive : list(downloads)) {
      Tool.run(FOLDER, "dpkg-deb", "-x", archive.toString(), unpacked.toString());
    }
    Files.move(unpacked.resolve("bin/busybox"), BUSYBOX, StandardCopyOption.REPLACE_EXISTING);
    String release = image.substring("linux-image-".length());
    Files.move(unpacked.resolve("lib/modules").resolve(release), MODULES);
    // Last: that it is there means that all is.
    Files.move(unpacked.resolve("boot/vmlinuz-" + release), KERNEL);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.sorted().toList();
    }
  }

  /**
   * The initramfs for a script.
   *
   * @param script what the guest runs, by busybox; {@code modules}: kernel modules that it loads.
   * @throws Tool.MissingException where the runtime cannot be built.
   */
  static Path initramfs(String script, List<String> modules) throws IOException {
    Path base = FOLDER.resolve("runtime.cpio");
    if (!Files.exists(base)) {
      buildRuntime();
      Path unfinished = FOLDER.resolve("runtime.cpio.new");
      try (Cpio archive = new Cpio(unfinished)) {
        writeRuntime(archive);
      }
      Files.move(unfinished, base);
    }
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
        archive.add("job/modules/" + Path.of(module).getFileName(), MODULES.resolve(module));
      }
    }
    Files.copy(base, image, StandardCopyOption.REPLACE_EXISTING);
    try (OutputStream out = Files.newOutputStream(image, StandardOpenOption.APPEND)) {
      Files.copy(job, out);
    }
    return image;
  }

  private static String nameOnClassPath(Path entry) {
    // Of MODULE/target/classes the module; a jar has its own name.
    return Files.isDirectory(entry)
        ? entry.getParent().getParent().getFileName().toString()
        : entry.getFileName().toString();
  }

  private static void buildRuntime() throws IOException {
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
    for (String folder : List.of("proc", "sys", "dev", "tmp", "huge")) {
      archive.addFolder(folder);
    }
    archive.add("bin/busybox", BUSYBOX);
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
