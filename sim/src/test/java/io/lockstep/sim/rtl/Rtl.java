package io.lockstep.sim.rtl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a field or a test method's parameter of type {@link RtlModule}: a fresh instance for each
 * test, reset if it has a reset port, closed afterwards.
 *
 * <pre>{@code
 * @Rtl(module = "command_window", parameters = "SLOTS=4")
 * RtlModule dut;
 * }</pre>
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RtlExtension.class)
@interface Rtl {
  /** The module's name, which is also its file's. */
  String module();

  /** Each {@code NAME=VALUE}. */
  String[] parameters() default {};

  /** Folder of the module, below the repository's root; empty: the product's own RTL. */
  String folder() default "";

  /** Whether to reset before the test. */
  boolean reset() default true;
}
