import type { Db } from '#platform/db/connect.ts';
import { organisationOf } from '../scope/server.ts';
import { sectionNames } from './content/content.ts';
import type { Wanted } from './content/content.ts';
import { gatherContent } from './content/gather.server.ts';
import { giveUpAfter } from './delivery.ts';
import { dueFor, isLate } from './due.ts';
import type { Due } from './due.ts';
import type { Occasion } from './edition.ts';
import { insertEdition } from './queries/editions.server.ts';
import { insertDeliveries } from './queries/making.server.ts';
import type { Addressee } from './queries/making.server.ts';
import { wake } from './queries/posting.server.ts';
import { occurrencesAfter } from './rule.ts';
import type { Cut, Schedule } from './schedule.ts';

export type Making = {
	now: Date;
	/** The right half of every Message-ID. */
	host: string;
};

export type Made = { editionId: number; deliveries: number } | null;

type Asked = Due & { occasion: Occasion; askedBy: number | null };

/** Makes an edition and queues a message for each who is to have it; null when it is there already. */
export async function makeEdition(
	tx: Db,
	{ schedule, addressees }: { schedule: Schedule; addressees: readonly Addressee[] },
	asked: Asked,
	{ now, host }: Making
): Promise<Made> {
	const organisation = await organisationOf(tx);
	const content = await gatherContent(tx, wantedBy(schedule, asked.week), { organisation, now });
	const late = isLate(asked.at, now);
	const editionId = await insertEdition(tx, {
		...{ scheduleId: schedule.id, occasion: asked.occasion, occurrence: asked.occurrence, week: asked.week },
		...{ dueAt: asked.at, fate: 'made', why: null, late, madeAt: now },
		...{ shape: content.shape, contents: JSON.stringify(content) },
		askedBy: asked.askedBy
	});
	if (editionId === null) return null;

	const byTheClock = asked.occasion === 'clock';
	const queued = addressees.map((addressee) => {
		const dueAt = byTheClock ? dueFor(schedule, asked, addressee.zone) : asked.at;
		return {
			...addressee,
			dueAt,
			state: 'queued' as const,
			giveUpAt: giveUpAt(schedule, { dueAt, now }),
			answer: null
		};
	});
	await insertDeliveries(tx, queued, { editionId, kind: 'edition', host, late, now });
	await wake(tx);
	return { editionId, deliveries: queued.length };
}

/** What a schedule brings of a week. A section that this version does not know is left out. */
export const wantedBy = ({ filter, sections, comments }: Cut, week: string): Wanted => ({
	week,
	filter,
	sections: sectionNames.filter((name) => sections.includes(name)),
	comments
});

/** Attempts end after a day, or when the next edition is due. */
function giveUpAt({ rule, zone }: Schedule, { dueAt, now }: { dueAt: Date; now: Date }): Date {
	const from = dueAt > now ? dueAt : now;
	const latest = from.getTime() + giveUpAfter;
	if (rule.every === 'review closed') return new Date(latest);
	const [next] = occurrencesAfter(rule, zone, from);
	return new Date(Math.min(latest, next.at.getTime()));
}
