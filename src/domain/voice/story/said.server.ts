import type { Db } from '#platform/db/connect.ts';
import type { HiddenIn } from '../feed.ts';
import { withMasks } from '../masking/masks.server.ts';
import { selectSaidEntries } from './queries.server.ts';
import type { SaidRow } from './queries.server.ts';

/** What a customer answered, as a reader may have it. */
export type SaidEntry = SaidRow & { hidden: HiddenIn };

export const saidEntries = async (db: Db, asked: Parameters<typeof selectSaidEntries>[1]): Promise<SaidEntry[]> =>
	withMasks(db, await selectSaidEntries(db, asked));
