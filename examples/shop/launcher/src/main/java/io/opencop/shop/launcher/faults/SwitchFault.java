package io.opencop.shop.launcher.faults;

/** Something outside the services that nobody announces. */
record SwitchFault(Runnable turnOn, Runnable turnOff) implements Fault {
  @Override
  public void on() {
    turnOn.run();
  }

  @Override
  public void off() {
    turnOff.run();
  }
}
