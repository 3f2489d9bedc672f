package io.lockstep.host.risk;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import io.lockstep.host.replay.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON file that keeps to the schema of portfolios, and knows on which line each thing stands.
 */
final class JsonFile {
  private static final String SCHEMA = "/margin/portfolio.schema.json";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Path path;
  private final JsonNode root;

  private JsonFile(Path path, JsonNode root) {
    this.path = path;
    this.root = root;
  }

  /** The schema, as text. */
  static String schema() {
    try (InputStream in = JsonFile.class.getResourceAsStream(SCHEMA)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws InputException with line and reason, if it is no JSON or not by the schema.
   */
  static JsonFile read(Path path) {
    JsonFile file = new JsonFile(path, parse(path));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema(), InputFormat.JSON);
    List<Error> errors = schema.validate(file.root);
    errors.stream()
        .min(Comparator.comparingInt(error -> file.lineOf(file.at(error))))
        .ifPresent(
            error -> {
              throw file.fault(file.at(error), place(error) + error.getMessage());
            });
    return file;
  }

  private static JsonNode parse(Path path) {
    try {
      String text = Files.readString(path);
      return JsonNodes.readTree(MAPPER, text, LocationJsonNodeFactoryFactory.getInstance());
    } catch (JacksonException wrong) {
      throw new InputException(
          path + ", line " + wrong.getLocation().getLineNr() + ": " + wrong.getOriginalMessage(),
          wrong);
    } catch (IOException unreadable) {
      throw new InputException("cannot read " + path, unreadable);
    }
  }

  /** The file's path. */
  Path path() {
    return path;
  }

  /** All of it. */
  JsonNode root() {
    return root;
  }

  /** To be thrown for something that is wrong in a way of which the schema knows nothing. */
  InputException fault(JsonNode node, String reason) {
    return new InputException(path + ", line " + lineOf(node) + ": " + reason);
  }

  private static String place(Error error) {
    NodePath place = error.getInstanceLocation();
    return place.getNameCount() == 0 ? "" : place + ": ";
  }

  /** What an error is about: of an object the property that should not be there, if that is it. */
  private JsonNode at(Error error) {
    JsonNode node = JsonNodes.get(root, error.getInstanceLocation());
    JsonNode property = error.getProperty() == null ? null : node.get(error.getProperty());
    return property == null ? node : property;
  }

  private int lineOf(JsonNode node) {
    return JsonNodes.tokenStreamLocationOf(node).getLineNr();
  }
}
