package io.lockstep.sim.rtl;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Opens the modules that {@link Rtl} asks for and closes them after the test. With system property
 * {@code lockstep.rtl.waves} each leaves its waveform in that folder, named after the test.
 */
final class RtlExtension implements BeforeEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(RtlExtension.class);

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      for (Field field : instance.getClass().getDeclaredFields()) {
        Rtl rtl = field.getAnnotation(Rtl.class);
        if (rtl != null) {
          field.setAccessible(true);
          field.set(instance, open(rtl, context, field.getName()));
        }
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(Rtl.class)
        && parameter.getParameter().getType() == RtlModule.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Rtl rtl = parameter.findAnnotation(Rtl.class).orElseThrow();
    return open(rtl, context, parameter.getParameter().getName());
  }

  private static RtlModule open(Rtl rtl, ExtensionContext context, String name) {
    RtlModule.Builder builder = RtlModule.of(rtl.module());
    for (String parameter : rtl.parameters()) {
      int equals = parameter.indexOf('=');
      builder.parameter(parameter.substring(0, equals), parameter.substring(equals + 1));
    }
    if (!rtl.folder().isEmpty()) {
      builder.folder(Checkout.root().resolve(rtl.folder()));
    }
    String waves = System.getProperty(RtlModule.WAVES_PROPERTY);
    if (waves != null) {
      builder.wave(waveFile(Path.of(waves), context, name));
    }
    RtlModule module = builder.open();
    context.getStore(NAMESPACE).put(module, new Closing(module));
    if (rtl.reset() && module.hasReset()) {
      module.reset();
    }
    return module;
  }

  private static Path waveFile(Path folder, ExtensionContext context, String name) {
    String test =
        context.getRequiredTestClass().getSimpleName()
            + "."
            + context.getRequiredTestMethod().getName()
            + "."
            + name;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new RtlException("cannot write waveforms to " + folder, e);
    }
    // A repeated or parameterised test gets one file for each invocation.
    Path file = folder.resolve(test + ".fst");
    for (int number = 2; Files.exists(file); number++) {
      file = folder.resolve(test + "-" + number + ".fst");
    }
    return file;
  }

  /** JUnit closes what its store holds when the test ends. */
  private record Closing(RtlModule module) implements AutoCloseable {
    @Override
    public void close() {
      module.close();
    }
  }
}
