package io.opencop.shop.common;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Turns on {@code @Scheduled} in every service. */
@Configuration
@EnableScheduling
class Background {}
