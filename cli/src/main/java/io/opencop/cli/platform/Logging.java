package io.opencop.cli.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import io.opencop.server.config.LogConfig;
import org.slf4j.LoggerFactory;

/** The log of the process, on standard error, set up in code: reading an XML file costs 100 ms. */
public final class Logging {
  private Logging() {}

  /** A command of a moment says what it has to say itself; libraries may only report errors. */
  public static void quiet() {
    root().setLevel(Level.ERROR);
  }

  public static void configure(LogConfig config) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder(context, config.format()));
    appender.start();
    root().setLevel(Level.toLevel(config.level().name()));
    root().addAppender(appender);
    // Libraries below their own warnings say nothing an operator could use.
    for (String library : new String[] {"io.netty", "io.vertx", "org.duckdb"}) {
      context.getLogger(library).setLevel(Level.WARN);
    }
    // What the grid's client cannot do it throws; it also logs each try with its whole stack.
    context.getLogger("org.infinispan").setLevel(Level.OFF);
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogConfig.Format format) {
    if (format == LogConfig.Format.JSON) {
      JsonEncoder json = new JsonEncoder();
      json.setContext(context);
      json.start();
      return json;
    }
    PatternLayoutEncoder text = new PatternLayoutEncoder();
    text.setContext(context);
    text.setPattern(
        "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{24} %replace(%msg){'[\\r\\n]+',' '}%n%ex");
    text.start();
    return text;
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
