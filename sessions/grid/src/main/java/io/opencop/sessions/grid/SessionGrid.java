package io.opencop.sessions.grid;

import java.util.List;

/**
 * Where sessions live. Implementations differ in who runs the members: processes of this machine,
 * pods, or an operator's own cluster.
 */
public interface SessionGrid extends AutoCloseable {

  /** How clients reach it. Stays the same while the grid lives, whatever happens to members. */
  GridAccess access();

  /** Every member there should be, in the order of their names. */
  List<Member> members();

  /**
   * Makes what should be there be there: starts what is missing, takes over what runs already.
   * Returns at once, and may leave something for the next call: call it again until the grid is
   * whole, and from then on whenever it is not.
   */
  void ensure();

  /** Leaves the members running. */
  @Override
  void close();
}
