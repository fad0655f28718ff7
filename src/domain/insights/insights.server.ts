import type { Db } from '#platform/db/connect.ts';
import type { Person } from '../auth/person.ts';
import { can } from '../auth/roles.ts';
import { audit } from '../auth/server.ts';
import { Refusal } from '../refusal.ts';
import { mondayOfWeek, sundayOfWeek } from '../scope/week.ts';
import type { Insight, InsightEnd, InsightState } from './insight.ts';
import { noteMentions } from './mentions.server.ts';
import { selectInsight, selectInsightsOfWeek } from './queries/insights.server.ts';
import { selectMentionable } from './queries/mentions.server.ts';
import { insertInsight, insertInsightReply, insertInsightVersion } from './queries/write-insights.server.ts';
import type { NewVersion } from './queries/write-insights.server.ts';

export {
	selectEndedInsights as endedInsights,
	selectInsightReplies as saidToInsight,
	selectInsightsEndedWith as insightsEndedWith,
	selectInsightVersions as versionsOfInsight,
	selectOpenInsights as openInsights
} from './queries/insights.server.ts';

type By = { by: Person; now: Date };
type Claimed = Pick<NewVersion, 'claim' | 'ownerId' | 'words'>;
type Seen = Pick<Insight, 'week' | 'population' | 'ofDemo'>;

/** Those that were made in a week, or ended within its days. */
export const insightsOfWeek = (db: Db, week: string, { zone, ofDemo }: { zone: string; ofDemo: boolean }) =>
	selectInsightsOfWeek(db, { week, from: mondayOfWeek(week), to: sundayOfWeek(week), zone, ofDemo });

export async function insightOf(db: Db, number: number): Promise<Insight> {
	const insight = await selectInsight(db, number);
	if (!insight) throw new Refusal('not-found', 'There is no such insight.');
	return insight;
}

/** Makes a claim, seen in a week and through filters, that somebody in the business line owns. */
export async function makeInsight(db: Db, claimed: Claimed, seen: Seen, { by, now }: By): Promise<number> {
	if (!can(by, 'write')) throw new Refusal('not-allowed', 'Insights are made by the chief customer officer.');
	await refuseStrangers(db, claimed.ownerId);
	return db.transaction(async (tx) => {
		const number = await insertInsight(tx, seen, { by: by.id, at: now });
		const version = { ...claimed, state: 'open', end: null } as const;
		await insertInsightVersion(tx, { number, seen: 0, version }, { by: by.id, at: now });
		await noteMentions(tx, { kind: 'insight', id: number }, claimed.claim, { by: by.id, at: now });
		await audit(tx, by, 'made an insight', `insight ${number}`);
		return number;
	});
}

type Change = Claimed & { state: Exclude<InsightState, 'ended'> };

/**
 * Changes an insight, or takes one up again that had ended; `seen`: the version that the writer saw.
 *
 * @throws Refusal when somebody else has written meanwhile, or it is not theirs to write.
 */
export async function changeInsight(
	db: Db,
	{ number, seen, change }: { number: number; seen: number; change: Change },
	{ by, now }: By
): Promise<void> {
	await refuseStrangers(db, change.ownerId);
	await write(db, { number, seen, as: () => ({ ...change, end: null }) }, { by, now });
}

/** Ends an insight with what came of it. */
export const endInsight = (
	db: Db,
	{ number, seen, end }: { number: number; seen: number; end: InsightEnd },
	{ by, now }: By
): Promise<void> =>
	write(
		db,
		{
			number,
			seen,
			as: ({ current: { claim, owner, words } }) => ({ claim, ownerId: owner.id, words, state: 'ended', end })
		},
		{ by, now }
	);

type Writing = { number: number; seen: number; as: (insight: Insight) => NewVersion };

async function write(db: Db, { number, seen, as }: Writing, { by, now }: By): Promise<void> {
	await db.transaction(async (tx) => {
		const insight = await insightOf(tx, number);
		if (!can(by, 'write') && by.id !== insight.current.owner.id)
			throw new Refusal('not-allowed', 'An insight is changed by its owner or the chief customer officer.');
		const version = as(insight);
		if (!(await insertInsightVersion(tx, { number, seen, version }, { by: by.id, at: now })))
			throw new Refusal('conflict', inTheMeantime((await insightOf(tx, number)).current));
		await noteMentions(tx, { kind: 'insight', id: number }, version.claim, { by: by.id, at: now });
		await audit(tx, by, version.state === 'ended' ? 'ended an insight' : 'changed an insight', `insight ${number}`);
	});
}

const inTheMeantime = ({ by, claim, state, owner }: Insight['current']) =>
	`${by} has meanwhile written “${claim}” (${state}, ${owner.name}). Yours is still here: save it again to put it in its place.`;

/** Says something to an insight. Everybody who reads may. */
export async function replyToInsight(
	db: Db,
	{ number, text }: { number: number; text: string },
	{ by, now }: By
): Promise<void> {
	if (!can(by, 'discuss')) throw new Refusal('not-allowed', 'Your role does not include this.');
	await db.transaction(async (tx) => {
		await insightOf(tx, number);
		await insertInsightReply(tx, { number, text }, { by: by.id, at: now });
		await noteMentions(tx, { kind: 'insight', id: number }, text, { by: by.id, at: now });
		await audit(tx, by, 'answered an insight', `insight ${number}`);
	});
}

async function refuseStrangers(db: Db, ownerId: number): Promise<void> {
	if (!(await selectMentionable(db)).some(({ id }) => id === ownerId))
		throw new Refusal('invalid', 'An owner has to be somebody who can sign in.');
}
