// Days in addresses.

/** Today in Finland, written `2009-01-01`. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Helsinki' }).format(new Date());
}

/** A day as an address gives it; null where it is none. */
export function validDay(given: string | null): string | null {
  return given && /^\d{4}-\d\d-\d\d$/.test(given) ? given : null;
}
