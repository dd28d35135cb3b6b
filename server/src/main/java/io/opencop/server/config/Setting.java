package io.opencop.server.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a person needs to know of one setting. It stands on the record component that carries the
 * value, so that the key, the type, the default and the explanation cannot drift apart.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** The default, written as a person would write it; empty for an optional or an empty list. */
  String value();

  String en();

  String ko();

  /** True where the value is shown as stars. */
  boolean secret() default false;
}
