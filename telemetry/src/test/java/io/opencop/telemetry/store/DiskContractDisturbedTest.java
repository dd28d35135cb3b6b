package io.opencop.telemetry.store;

/**
 * The disk store keeps the contract when it is sealed or restarted between any two steps. {@code
 * -Dopencop.disturbance=SEAL} or {@code REOPEN} does only that, after every step.
 */
class DiskContractDisturbedTest extends DiskStore {
  @Override
  public Disturbance disturbance() {
    return Disturbance.valueOf(System.getProperty("opencop.disturbance", Disturbance.MIXED.name()));
  }
}
