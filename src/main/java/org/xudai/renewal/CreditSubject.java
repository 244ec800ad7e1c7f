package org.xudai.renewal;

/** Somebody whose credit record is to be queried: {@code subject} is {@code firm} or a party's id. */
public record CreditSubject(String subject, String name) {}
