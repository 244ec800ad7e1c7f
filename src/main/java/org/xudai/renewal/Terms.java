package org.xudai.renewal;

import org.xudai.kernel.Money;

/**
 * Terms of a renewal.
 *
 * @param amount amount
 * @param termMonths term in months
 * @param conditions conditions, empty where there are none
 */
public record Terms(Money amount, int termMonths, String conditions) {}
