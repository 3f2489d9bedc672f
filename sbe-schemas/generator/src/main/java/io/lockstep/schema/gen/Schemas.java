package io.lockstep.schema.gen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import uk.co.real_logic.sbe.ir.Ir;
import uk.co.real_logic.sbe.xml.IrGenerator;
import uk.co.real_logic.sbe.xml.ParserOptions;
import uk.co.real_logic.sbe.xml.XmlSchemaParser;

/** The schemas of a folder, parsed and checked. */
final class Schemas {
  private final Ir card;
  private final Ir client;
  private final Ir snapshot;

  private Schemas(Ir card, Ir client, Ir snapshot) {
    this.card = card;
    this.client = client;
    this.snapshot = snapshot;
  }

  /**
   * Reads {@code card.xml}, {@code client.xml} and {@code snapshot.xml}.
   *
   * @throws IllegalArgumentException when the card's schema breaks the card's rules.
   */
  static Schemas read(Path folder) throws IOException {
    Ir card = parse(folder.resolve("card.xml"));
    CardRules.check(card);
    return new Schemas(
        card, parse(folder.resolve("client.xml")), parse(folder.resolve("snapshot.xml")));
  }

  Ir card() {
    return card;
  }

  Ir client() {
    return client;
  }

  Ir snapshot() {
    return snapshot;
  }

  /**
   * The hash by which host and card recognise each other: of names, numbers and places, so that
   * comments, descriptions and the form of the XML do not count.
   */
  long cardHash() {
    try {
      String layout = LayoutReader.read(card).canonicalText();
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(layout.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static Ir parse(Path xml) throws IOException {
    ParserOptions options = ParserOptions.builder().stopOnError(true).warningsFatal(true).build();
    try (InputStream in = Files.newInputStream(xml)) {
      return new IrGenerator().generate(XmlSchemaParser.parse(in, options));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(xml + ": " + e.getMessage(), e);
    }
  }
}
