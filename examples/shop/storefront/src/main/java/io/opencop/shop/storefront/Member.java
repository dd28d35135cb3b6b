package io.opencop.shop.storefront;

import java.io.Serializable;

/** Who is logged in; kept in the session. */
public record Member(long id, String login, String name, String grade) implements Serializable {}
