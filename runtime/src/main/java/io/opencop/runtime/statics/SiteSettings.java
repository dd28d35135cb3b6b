package io.opencop.runtime.statics;

import java.nio.file.Path;

/**
 * One site.
 *
 * @param port 0 takes a free one
 * @param singlePage whether a path that is no file gets {@code index.html}, because the page itself
 *     knows what it means
 */
public record SiteSettings(Path root, String host, int port, boolean singlePage) {}
