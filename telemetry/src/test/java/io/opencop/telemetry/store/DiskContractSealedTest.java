package io.opencop.telemetry.store;

/** The disk store keeps the contract when everything is sealed at once. */
class DiskContractSealedTest extends DiskStore {
  @Override
  public Disturbance disturbance() {
    return Disturbance.SEAL;
  }
}
