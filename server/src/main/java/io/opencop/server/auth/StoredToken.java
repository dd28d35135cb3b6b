package io.opencop.server.auth;

/**
 * A token that was made while the platform ran, as it is kept: never the token itself.
 *
 * @param role as in the contract: viewer, operator or admin
 * @param hash SHA-256 of the token, base64
 * @param created epoch seconds
 * @param expires epoch seconds; null where it does not end
 */
record StoredToken(String name, String role, String hash, long created, Long expires) {}
