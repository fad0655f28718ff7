import type { Db } from '#platform/db/connect.ts';
import { mondayOfWeek, sundayOfWeek } from '../scope/week.ts';
import { countRead, selectReadByPerson } from './queries/receipts.server.ts';
import type { ReadByPerson } from './queries/receipts.server.ts';

export type Coverage = { comments: number; readByTeam: number; people: ReadByPerson[] };

/** How much of a week's words has been read: by anybody at all, and by each of us. */
export async function coverageOfWeek(db: Db, week: string, zone: string): Promise<Coverage> {
	const days = { from: mondayOfWeek(week), to: sundayOfWeek(week), zone };
	const [counts, people] = await Promise.all([countRead(db, days), selectReadByPerson(db, days)]);
	return { ...counts, people };
}
