package io.opencop.telemetry.store;

/** The disk store keeps the contract. */
class DiskContractTest extends DiskStore {}
