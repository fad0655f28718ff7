import type { Person } from '#domain/auth/person.ts';
import { can } from '#domain/auth/roles.ts';
import { countTroubled } from '#domain/snapshots/server.ts';
import { count } from '#ui/format/number.ts';

/** For so long a message that reached nobody is told on every page; its edition says so for ever. */
const troubleShownFor = 14 * 86_400_000;

export const troubledSince = (now: Date): Date => new Date(now.getTime() - troubleShownFor);

/** What somebody who writes snapshots should see to, for the menu. */
export async function troublesFor(
	db: App.Locals['db'],
	person: Pick<Person, 'role'>
): Promise<Record<string, string | null>> {
	if (!can(person, 'snapshots')) return {};
	const troubled = await countTroubled(db, troubledSince(new Date()));
	return { '/snapshots': troubled === 0 ? null : `${count(troubled, 'message')} did not arrive, or may not have` };
}
