import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'devalue';
import { expect } from 'vitest';
import { importText } from '#tests/factories/imports.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { rendered } from '#tests/rendered.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { keptFiles } from '#platform/imported-files.ts';
import { erase, undoImport } from '../imports/server.ts';
import Strip from '../metrics/view/Strip.svelte';
import FollowTheMoney from '../money/view/FollowTheMoney.svelte';
import WhoStays from '../money/view/WhoStays.svelte';
import { organisationOf, saveOrganisation } from '../scope/server.ts';
import { closeAsShown, editionOf, seriesInScope, sinceClosed, weeklyReview } from './server.ts';
import type { Edition } from './server.ts';
import ByMonth from './view/ByMonth.svelte';

/** No file of these imports was kept. */
const noFolder = join(tmpdir(), 'empty-chair-without-files');
const week = '2026-W47';
const scope = { week, segment: null, region: null, plan: null, survey: null };
const today = '2026-11-23';

const head =
	'customer_id,customer_name,segment,started_on,contact_id,contact_name,contact_email,response_id,survey,survey_kind,metric,responded_at,score,comment,line_id,revenue_kind,amount,currency,booked_on\n';
const line = (n: number, { score, comment = '', amount = 100 }: { score: number; comment?: string; amount?: number }) =>
	`C${n},Customer ${n},Team,2024-01-01,P${n},Claire ${n} Moreau,p${n}@example.org,R${n},Relationship,relationship,nps,2026-11-18T10:00:00Z,${score},${comment},L${n},recurring,${amount},EUR,2026-10-01\n`;
const many = (from: number, to: number, of: (n: number) => { score: number; comment?: string; amount?: number }) =>
	head + Array.from({ length: to - from }, (_, i) => line(from + i, of(from + i))).join('');

/** The parts of a closed week that show figures, as a reader gets them. */
function drawn({ review, organisation, events }: Edition): string {
	const common = {
		series: review.series,
		currency: organisation.currency,
		narrow: false,
		linkTo: () => '/',
		follow: () => {}
	};
	const part = (component: unknown, props: Record<string, unknown>) => rendered(component, { ...common, ...props });
	return [
		part(Strip, { figures: review.figures }),
		part(FollowTheMoney, { outcomes: review.after.money, chosen: null }),
		part(WhoStays, { staying: review.after.stay }),
		part(ByMonth, { months: { ...review.months, events } })
	].join('\n');
}

async function since(db: Db, edition: Edition) {
	const review = await weeklyReview(db, scope, await organisationOf(db), await seriesInScope(db, scope), today);
	return sinceClosed(db, scope, { edition, review, today });
}

test('a closed week is byte for byte the same after imports, corrections, erasures and undoing, and says why today differs', async ({
	db
}) => {
	const by = await givenPerson(db, { role: 'administrator' });
	const now = new Date(Date.now() - 60_000);
	await importText(db, { 'a.csv': many(0, 30, (n) => ({ score: n % 11, comment: n < 4 ? `Words of ${n}` : '' })) });
	await closeAsShown(db, week, { organisation: await organisationOf(db), by, now });
	const frozen = (await editionOf(db, week))!;
	const [text, page] = [stringify(frozen), drawn(frozen)];
	expect(await since(db, frozen)).toMatchObject({ moved: [], redefined: [], done: [], wordsLater: 0, wordsGone: 0 });

	const same = async () => {
		const again = (await editionOf(db, week))!;
		expect(stringify(again)).toBe(text);
		expect(drawn(again)).toBe(page);
		return since(db, again);
	};

	// Late answers, with words.
	await importText(db, { 'late.csv': many(30, 42, () => ({ score: 0, comment: 'Late' })) });
	const late = await same();
	expect(late).toMatchObject({ answersMore: 12, wordsLater: 12, wordsGone: 0 });
	expect(late.done.map(({ reason }) => reason)).toEqual(['Late answers and late revenue']);
	expect(late.moved.map(({ then }) => then.definition.id)).toContain('nps');

	// A correction of what was said and of what was paid.
	const corrected = await importText(db, { 'a.csv': many(5, 9, () => ({ score: 10, amount: 900 })) });
	expect((await same()).done[0]).toMatchObject({ reason: 'A correction', action: 'imported' });

	// Somebody asks to be forgotten: their words go from the edition, too, and the gap is counted.
	const letter = { by: null, reason: 'Asked in a letter.', now: new Date() };
	await erase(db, { by: 'e-mail', email: 'p1@example.org' }, { ...letter, files: keptFiles(noFolder) });
	const erased = await same();
	expect(erased).toMatchObject({ wordsGone: 1 });
	expect(erased.done[0].reason).toBe('An erasure');

	// An import that is taken back.
	await undoImport(db, corrected.id, { by, now: () => new Date(), reason: 'The wrong file.' });
	expect((await same()).done[0].reason).toBe('An undone import');

	// A margin gives lifetime value another meaning: the closed week keeps the one of then, and is told of today's.
	await saveOrganisation(db, { ...(await organisationOf(db)), margin: 0.4 });
	const { redefined } = await same();
	expect(redefined.map(({ then }) => then.id)).toEqual(['lifetime_value']);
	expect(redefined[0].then.meaning).not.toBe(redefined[0].now.meaning);
});
