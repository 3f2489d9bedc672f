package io.lockstep.schema.gen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.co.real_logic.sbe.ir.Ir;
import uk.co.real_logic.sbe.ir.Signal;
import uk.co.real_logic.sbe.ir.Token;

/** Reads a {@link Layout} out of SBE's intermediate representation. */
final class LayoutReader {
  private LayoutReader() {}

  static Layout read(Ir ir) {
    List<Layout.Message> messages = new ArrayList<>();
    ir.messages().stream()
        .sorted(Comparator.comparingInt(tokens -> tokens.get(0).id()))
        .forEach(tokens -> messages.add(message(tokens)));
    List<Layout.Codes> enums = new ArrayList<>();
    List<Layout.Codes> sets = new ArrayList<>();
    ir.types().stream()
        .sorted(Comparator.comparing(tokens -> typeName(tokens.get(0))))
        .forEach(
            tokens -> {
              if (tokens.get(0).signal() == Signal.BEGIN_ENUM) {
                enums.add(codes(tokens, Signal.VALID_VALUE));
              } else if (tokens.get(0).signal() == Signal.BEGIN_SET) {
                sets.add(codes(tokens, Signal.CHOICE));
              }
            });
    return new Layout(messages, enums, sets);
  }

  private static Layout.Message message(List<Token> tokens) {
    Token head = tokens.get(0);
    List<Layout.Field> fields = new ArrayList<>();
    for (int i = 1; i < tokens.size() - 1; i++) {
      Token token = tokens.get(i);
      switch (token.signal()) {
        case BEGIN_GROUP, BEGIN_VAR_DATA ->
            // Client messages may end in var-data; only the fixed block is laid out here.
            i += token.componentTokenCount() - 1;
        case BEGIN_FIELD -> {
          addField(fields, token, tokens.subList(i + 1, i + token.componentTokenCount() - 1));
          i += token.componentTokenCount() - 1;
        }
        default -> throw new IllegalStateException("unexpected " + token);
      }
    }
    return new Layout.Message(
        head.name(), head.id(), head.encodedLength(), text(head), List.copyOf(fields));
  }

  private static void addField(List<Layout.Field> fields, Token field, List<Token> type) {
    Token head = type.get(0);
    if (head.signal() == Signal.BEGIN_COMPOSITE) {
      for (int i = 1; i < type.size() - 1; i += type.get(i).componentTokenCount()) {
        Token member = type.get(i);
        fields.add(
            field(
                List.of(field.name(), member.name()),
                field.offset() + member.offset(),
                member,
                text(member)));
      }
    } else {
      String description = text(field).isEmpty() ? text(head) : text(field);
      fields.add(field(List.of(field.name()), field.offset(), head, description));
    }
  }

  private static Layout.Field field(List<String> path, int offset, Token type, String description) {
    String named =
        type.signal() == Signal.ENCODING
            ? type.encoding().primitiveType().primitiveName()
            : typeName(type);
    int elements = Math.max(1, type.arrayLength());
    return new Layout.Field(path, offset, type.encodedLength(), elements, named, description);
  }

  private static Layout.Codes codes(List<Token> tokens, Signal wanted) {
    Token head = tokens.get(0);
    List<Layout.Code> codes = new ArrayList<>();
    for (Token token : tokens) {
      if (token.signal() == wanted) {
        codes.add(
            new Layout.Code(token.name(), token.encoding().constValue().longValue(), text(token)));
      }
    }
    return new Layout.Codes(typeName(head), head.encodedLength(), text(head), List.copyOf(codes));
  }

  /** The schema's name for a type; a member that refers to it has a name of its own. */
  private static String typeName(Token type) {
    return type.referencedName() == null ? type.name() : type.referencedName();
  }

  private static String text(Token token) {
    return token.description() == null ? "" : token.description();
  }
}
