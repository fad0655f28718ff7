import type { Db } from '#platform/db/connect.ts';
import { scopeFromUrl } from '../scope/scope.ts';
import { everything } from '../voice/filter.ts';
import { withoutGaps } from '../voice/keeping/passages.ts';
import { understand, voiceComments } from '../voice/server.ts';
import type { VoiceComment } from '../voice/voice-comment.ts';
import { counterRule } from './counter-evidence.ts';
import type { CounterRule, NoRule } from './counter-evidence.ts';
import type { Insight } from './insight.ts';
import { selectPins, selectThemesOf } from './queries/evidence.server.ts';
import type { PinRow } from './queries/evidence.server.ts';
import { countOpposite, selectOpposite } from './queries/opposite.server.ts';

type Reading = { zone: string; reader: number };

/** What says the opposite: by which rule it is looked for, how much there is, and the newest that nobody has pinned. */
export type Opposite = { rule: CounterRule; found: number; offered: VoiceComment[] } | NoRule;

const mostOffered = 10;

/** An insight's pins with the rule by which the opposite of them is looked for, or why there is none. */
export async function pinsAndRule(db: Db, { number, week, current }: Pick<Insight, 'number' | 'week' | 'current'>) {
	const [pins, themes] = await Promise.all([selectPins(db, number), selectThemesOf(db, number)]);
	const isFor = ({ side, takenOffAt }: PinRow) => side === 'for' && takenOffAt === null;
	return { pins, rule: counterRule(week, pins.filter(isFor), { themes, words: withoutGaps(current.words) }) };
}

export async function oppositeBy(
	db: Db,
	rule: CounterRule,
	{ number, population }: Pick<Insight, 'number' | 'population'>,
	reading: Reading
): Promise<Opposite> {
	const sought = await soughtBy(db, rule, { number, population }, reading.zone);
	const [found, ids] = await Promise.all([countOpposite(db, sought), selectOpposite(db, sought, mostOffered)]);
	return { rule, found, offered: await voiceComments(db, ids, reading) };
}

/** How many comments say the opposite of an insight, without the comments; or why nothing can. */
export async function countOppositeOf(db: Db, insight: Insight, zone: string): Promise<{ found: number } | NoRule> {
	const { rule } = await pinsAndRule(db, insight);
	return 'because' in rule ? rule : { found: await countOpposite(db, await soughtBy(db, rule, insight, zone)) };
}

async function soughtBy(
	db: Db,
	rule: CounterRule,
	{ number, population }: Pick<Insight, 'number' | 'population'>,
	zone: string
) {
	const { wanted, search } = await understand(db, { ...everything, search: rule.words });
	return { number, rule, query: wanted.query, search, scope: scopeFromUrl('', new URLSearchParams(population)), zone };
}
