package io.opencop.shop.launcher.faults;

import java.io.IOException;
import java.sql.SQLException;

/** Something that can be made to go wrong, and put right again. Both return when it is so. */
interface Fault {
  void on() throws IOException, SQLException, InterruptedException;

  void off() throws IOException, SQLException, InterruptedException;
}
