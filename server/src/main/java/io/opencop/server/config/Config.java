package io.opencop.server.config;

/**
 * Every setting of the platform. Keys are the record components in kebab case, joined by dots:
 * {@code otlp.grpc-port}; the variable is {@code COP_OTLP_GRPC_PORT}, the flag {@code --set
 * otlp.grpc-port=4317}. Others read this record; only {@link ConfigLoader} makes one from text.
 */
public record Config(
    WebConfig web,
    OtlpConfig otlp,
    TlsConfig tls,
    AuthConfig auth,
    DataConfig data,
    StoreConfig store,
    RetentionConfig retention,
    LimitsConfig limits,
    RedactionConfig redaction,
    SelfConfig self,
    RuntimeConfig runtime,
    GatewayConfig gateway,
    SessionsConfig sessions,
    LogConfig log) {}
