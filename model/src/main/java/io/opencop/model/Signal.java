package io.opencop.model;

/** The kinds of telemetry that are stored. Profiles join later. */
public enum Signal {
  SPANS,
  LOGS,
  METRICS
}
