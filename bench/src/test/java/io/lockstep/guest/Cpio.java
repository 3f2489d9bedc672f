package io.lockstep.guest;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes an archive as the kernel unpacks it into its first root folder (cpio, "newc"). Several may
 * follow each other in one file. Folders are made as they are needed; links are followed.
 */
final class Cpio implements AutoCloseable {
  private static final int FOLDER = 040755;
  private static final int EXECUTABLE = 0100755;
  private static final int ALIGNMENT = 4;

  private final OutputStream out;
  private final Set<String> folders = new HashSet<>();
  private long written;
  private int entries;

  Cpio(Path file) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file));
  }

  /** A text as an executable file; its path in the archive has no slash in front. */
  void add(String path, String text) throws IOException {
    add(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file, or a folder with all that it holds. */
  void add(String path, Path source) throws IOException {
    if (!Files.isDirectory(source)) {
      add(path, Files.readAllBytes(source));
      return;
    }
    addFolder(path);
    List<Path> inside;
    try (Stream<Path> listed = Files.list(source)) {
      inside = listed.sorted().toList();
    }
    for (Path entry : inside) {
      add(path + "/" + entry.getFileName(), entry);
    }
  }

  /** An empty folder, where it is not there yet. */
  void addFolder(String path) throws IOException {
    if (path.isEmpty() || !folders.add(path)) {
      return;
    }
    addFolder(parent(path));
    entry(path, FOLDER, new byte[0]);
  }

  private void add(String path, byte[] bytes) throws IOException {
    addFolder(parent(path));
    entry(path, EXECUTABLE, bytes);
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private void entry(String path, int mode, byte[] bytes) throws IOException {
    entries++;
    byte[] name = (path + "\0").getBytes(StandardCharsets.UTF_8);
    // Magic; inode, mode, user, group, links, time, size; device and its node twice; name; check.
    int[] fields = {entries, mode, 0, 0, 1, 0, bytes.length, 0, 0, 0, 0, name.length, 0};
    StringBuilder header = new StringBuilder("070701");
    for (int field : fields) {
      header.append(String.format("%08x", field));
    }
    write(header.toString().getBytes(StandardCharsets.US_ASCII));
    write(name);
    pad();
    write(bytes);
    pad();
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }

  private void pad() throws IOException {
    while (written % ALIGNMENT != 0) {
      write(new byte[1]);
    }
  }

  @Override
  public void close() throws IOException {
    entry("TRAILER!!!", 0, new byte[0]);
    out.close();
  }
}
