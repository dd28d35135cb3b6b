package io.opencop.sessions.manager.users;

/** What the second log-in of one user does. */
public enum Duplicates {
  ALLOW,
  /** It is refused while another session of the user lives. */
  REFUSE_NEW,
  /** It ends the user's other sessions. */
  END_OLD
}
