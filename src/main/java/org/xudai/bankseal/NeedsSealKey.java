package org.xudai.bankseal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What works only with the bank's seal key at hand. A command that only checks leaves it out, and so never holds the key. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsSealKey {}
