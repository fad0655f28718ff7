import { numeric, text } from 'drizzle-orm/pg-core';

/** A sum of squares: far beyond what a whole number of 64 bits holds, and exact. */
export const exact = () => numeric({ mode: 'number', precision: 40, scale: 0 }).notNull();

/** Whom a kept sum is of, as an address has them; empty text: not known. */
export const slice = () => ({ segment: text().notNull(), region: text().notNull(), plan: text().notNull() });
