package org.xudai.dossier;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the sweeper have its rounds. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DossierConfiguration {}
