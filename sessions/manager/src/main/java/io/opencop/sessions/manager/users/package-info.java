/** Which sessions a user has, without the user's name. Knows no grid. */
package io.opencop.sessions.manager.users;
