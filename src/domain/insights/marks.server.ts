import type { ChartPlaces } from '#ui/charts/places.ts';
import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { isResolved, saysOf } from './mark.ts';
import { noteMentions } from './mentions.server.ts';
import { insertMark, insertMarkReply, insertMarkText, lockMark, selectMarks } from './queries/marks.server.ts';

export { selectMarks as marksOf } from './queries/marks.server.ts';

type By = { by: Person; now: Date };

/** Where and what: places by their keys, of a chart as it is shown to certain customers in a week. */
export type Placed = {
	from: string;
	/** Absent: a single point. */
	to?: string | null;
	population: string;
	week: string;
	text: string;
	ofDemo: boolean;
	through?: string | null;
};

/** Puts a mark on a chart, with what the chart says there now. */
export async function placeMark(db: Db, chart: ChartPlaces, placed: Placed, { by, now }: By): Promise<number> {
	refuseReaders(by);
	const covered = coveredBy(chart, placed.from, placed.to ?? placed.from);
	const [from, to] = [covered[0], covered.at(-1)!];
	const { text, population, week, ofDemo, through = null } = placed;
	return db.transaction(async (tx) => {
		const pointsAt = from === to ? from.name : `${from.name} to ${to.name}`;
		const where = { chart: chart.chart, from: from.key, to: to.key, pointsAt, population, week };
		const what = { saw: saysOf(covered), ofDemo, through };
		const id = await insertMark(tx, { ...where, ...what }, { by: by.id, at: now });
		await insertMarkText(tx, { id, seen: 0, text }, { by: by.id, at: now });
		await noteMentions(tx, { kind: 'mark', id }, text, { by: by.id, at: now });
		await audit(tx, by, 'marked a chart', `mark ${id}: ${chart.chart}, ${pointsAt}`);
		return id;
	});
}

function coveredBy({ name, places }: ChartPlaces, from: string, to: string) {
	const at = [from, to].map((key) => places.findIndex((place) => place.key === key));
	if (at.includes(-1)) throw new Refusal('invalid', `“${name}” has no such point now. Choose one that it shows.`);
	const [first, last] = at.toSorted((a, b) => a - b);
	const covered = places.slice(first, last + 1);
	if (first !== last && covered.some((place) => place.at.y !== null))
		throw new Refusal('invalid', 'A curve is marked by itself, not from one to another.');
	return covered;
}

/**
 * Gives a mark another wording in the place of the one that the writer saw; the earlier ones stay beside it.
 *
 * @throws Refusal when somebody else has written meanwhile, or it is not theirs to write.
 */
export async function rewordMark(
	db: Db,
	{ id, seen, text }: { id: number; seen: number; text: string },
	{ by, now }: By
): Promise<void> {
	refuseReaders(by);
	await db.transaction(async (tx) => {
		const mark = await held(tx, id);
		if (!(await insertMarkText(tx, { id, seen, text }, { by: by.id, at: now }))) {
			const theirs = mark.text;
			throw new Refusal(
				'conflict',
				`${theirs.by} has meanwhile written “${theirs.text}”. Yours is still here: save it again to put it in its place.`
			);
		}
		await noteMentions(tx, { kind: 'mark', id }, text, { by: by.id, at: now });
		await audit(tx, by, 'reworded a mark', `mark ${id}`);
	});
}

/** Says something to a mark. Everybody who reads may. */
export async function replyToMark(db: Db, { id, text }: { id: number; text: string }, { by, now }: By): Promise<void> {
	if (!can(by, 'discuss')) throw new Refusal('not-allowed', 'Your role does not include this.');
	if (text === '') throw new Refusal('invalid', 'Write a sentence.');
	await db.transaction(async (tx) => {
		await held(tx, id);
		await insertMarkReply(tx, { id, kind: 'said', text }, { by: by.id, at: now });
		await noteMentions(tx, { kind: 'mark', id }, text, { by: by.id, at: now });
		await audit(tx, by, 'answered a mark', `mark ${id}`);
	});
}

/** Settles a mark, or takes it up again: it leaves the chart, or comes back to it, and stays listed. */
export async function settleMark(
	db: Db,
	{ id, kind, text }: { id: number; kind: 'resolved' | 'reopened'; text: string },
	{ by, now }: By
): Promise<void> {
	refuseReaders(by);
	await db.transaction(async (tx) => {
		const mark = await held(tx, id);
		if (isResolved(mark) === (kind === 'resolved'))
			throw new Refusal('conflict', `Somebody has ${kind} this mark meanwhile.`);
		await insertMarkReply(tx, { id, kind, text }, { by: by.id, at: now });
		await noteMentions(tx, { kind: 'mark', id }, text, { by: by.id, at: now });
		await audit(tx, by, `${kind} a mark`, `mark ${id}`);
	});
}

async function held(db: Db, id: number) {
	const locked = await lockMark(db, id);
	const [mark] = locked ? await selectMarks(db, { charts: [locked.chart], ofDemo: locked.ofDemo, id }) : [];
	if (!mark) throw new Refusal('not-found', 'There is no such mark.');
	return mark;
}

function refuseReaders(by: Person): void {
	if (!can(by, 'mark')) throw new Refusal('not-allowed', 'Charts are marked by the chief customer officer.');
}
