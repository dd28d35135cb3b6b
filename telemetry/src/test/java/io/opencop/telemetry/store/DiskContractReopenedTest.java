package io.opencop.telemetry.store;

/** The disk store keeps the contract when it is restarted after every request. */
class DiskContractReopenedTest extends DiskStore {
  @Override
  public Disturbance disturbance() {
    return Disturbance.REOPEN;
  }
}
