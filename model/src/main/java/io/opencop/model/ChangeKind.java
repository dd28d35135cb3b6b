package io.opencop.model;

/** What was done to an app. */
public enum ChangeKind {
  DEPLOY,
  CONFIG,
  FLAG,
  COMMIT,
  SCALE,
  RESTART,
  NOTE
}
