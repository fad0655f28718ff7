import { sql } from 'drizzle-orm';

export const anewSaid = '/* planned anew */';

/**
 * Goes into a statement whose best plan hangs on its values: a week is found otherwise than a decade, a rare word otherwise
 * than a common one. It is planned for them each time; other statements once by each connection.
 */
export const plannedAnew = sql.raw(anewSaid);
