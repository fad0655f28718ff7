import type { Db } from '#platform/db/connect.ts';
import { selectStaffNames } from './queries.server.ts';
import type { MaskingRules } from './rules.ts';

/** What is hidden from readers as the list of names stands now. */
export const maskingRules = async (db: Db): Promise<MaskingRules> => ({
	staffNames: (await selectStaffNames(db)).map(({ name }) => name)
});
