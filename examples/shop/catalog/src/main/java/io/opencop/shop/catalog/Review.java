package io.opencop.shop.catalog;

import java.time.OffsetDateTime;

public record Review(long id, int rating, String body, OffsetDateTime writtenAt) {}
