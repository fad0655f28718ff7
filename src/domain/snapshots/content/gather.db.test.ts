import { describe, expect } from 'vitest';
import { test } from '#tests/db/test.ts';
import { givenCustomer, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { erasePerson, findPerson, ranksOfWeek } from '#domain/voice/server.ts';
import type { Db } from '#platform/db/connect.ts';
import { populationOf } from '../../insights/mark.ts';
import { endInsight, makeInsight, pinComment, placeMark, rewordMark } from '../../insights/server.ts';
import { eraseNotes, followUp } from '../../officer/server.ts';
import { closeAsShown, decide, editionOf, seriesInScope, weeklyReview, writeHeadline } from '../../reviews/server.ts';
import { reviewPlaces } from '../../reviews/view/review-places.ts';
import { organisationOf } from '../../scope/server.ts';
import { mailOf } from '../mail/mail.server.ts';
import { sectionNames } from './content.ts';
import type { Wanted } from './content.ts';
import { gatherContent } from './gather.server.ts';
import { asMayBeShown } from './still-there.server.ts';

const week = '2026-W47';
const now = new Date('2026-11-23T07:30:00Z');
const everybody = { segment: null, region: null, plan: null, survey: null };
const wanted: Wanted = {
	week,
	filter: everybody,
	sections: sectionNames,
	comments: { rule: 'all', limit: 10 }
};

const made = async (db: Db, given: Partial<Wanted> = {}) =>
	gatherContent(db, { ...wanted, ...given }, { organisation: await organisationOf(db), now });

/** Forty customers who pay and answered in the week; six of them wrote. */
async function givenWeek(db: Db) {
	const customers: number[] = [];
	for (let i = 0; i < 40; i++) {
		const customerId = await givenCustomer(db, {
			key: `customer ${i}`,
			name: `Customer ${i}`,
			segment: i < 15 ? 'Team' : null
		});
		await givenRevenue(db, {
			customerId,
			kind: 'recurring',
			bookedOn: '2026-01-01',
			servedFrom: '2026-01-01',
			servedTo: '2027-01-01',
			amountMinor: 120_00
		});
		const comment = i < 3 || i > 36 ? `words ${i}` : null;
		const respondedAt = new Date(Date.parse('2026-11-18T12:00:00Z') + i * 60_000);
		await givenResponse(db, { customerId, score: i % 11, comment, respondedAt });
		customers.push(customerId);
	}
	await givenRefreshed(db);
	return customers;
}

const texts = ({ words }: Awaited<ReturnType<typeof gatherContent>>) => words!.comments.map(({ comment }) => comment);

describe('what an edition is made of', () => {
	test('the figures of the review, and as they were closed once it is', async ({ db }) => {
		await givenWeek(db);
		const organisation = await organisationOf(db);
		const scope = { ...everybody, week };
		const review = await weeklyReview(db, scope, organisation, await seriesInScope(db, scope), '2026-11-23');
		const cco = await givenPerson(db, { role: 'cco', name: 'Dana Okafor' });
		await writeHeadline(db, { week, text: 'Loyalty held', seen: 0 }, { by: cco, now });
		const decided = { what: 'A person for each', why: 'Scored lowest', expected: 'Three points', dueOn: '2026-11-20' };
		await decide(
			db,
			{ ...decided, ownerId: cco.id, forCustomers: 'Somebody answers' },
			{ scope, organisation, by: cco, now }
		);

		const open = await made(db);
		expect(open.figures.map(({ definition, estimate }) => [definition.id, estimate])).toEqual(
			review!.figures.map(({ definition, estimate }) => [definition.id, estimate])
		);
		expect(open).toMatchObject({ headline: { text: 'Loyalty held', by: 'Dana Okafor' }, closed: null, answers: 40 });
		expect(open.decisions).toMatchObject([{ what: 'A person for each', isOverdue: true, customers: 40 }]);
		expect(JSON.parse(JSON.stringify(open))).toEqual(open);

		await closeAsShown(db, week, { organisation, by: cco, now });
		await givenResponse(db, { score: 0, respondedAt: new Date('2026-11-19T12:00:00Z') });
		await givenRefreshed(db);
		const closed = await made(db);
		expect(closed).toMatchObject({ closed: { by: 'Dana Okafor' }, answers: 40, figures: open.figures });
		expect(await made(db, { filter: { ...everybody, segment: 'Team' } })).toMatchObject({ closed: null, answers: 15 });
	});

	test('what our own people said: marks, insights and promises, and after the closing as they stood then', async ({
		db
	}) => {
		const [customerId] = await givenWeek(db);
		const organisation = await organisationOf(db);
		const scope = { ...everybody, week };
		const review = (await weeklyReview(db, scope, organisation, await seriesInScope(db, scope), '2026-11-23'))!;
		const cco = await givenPerson(db, { role: 'cco', name: 'Dana Okafor' });
		const by = { by: cco, now };
		const seen = { population: populationOf(scope, review.series), week, ofDemo: false };
		const [, , months] = reviewPlaces(review, 'USD');
		const placed = { ...seen, from: 'month:2026-11', text: 'Letter went out, ask jo@example.com' };
		const mark = await placeMark(db, months, placed, by);
		await placeMark(db, months, { ...placed, population: 'segment=Team', text: 'Team only' }, by);
		const claimed = { claim: 'Invoices annoy whom we want to keep', ownerId: cco.id, words: '' };
		const insight = await makeInsight(db, claimed, seen, by);
		const { responseId } = (await made(db)).words!.comments.at(-1)!;
		await pinComment(db, { number: insight, side: 'for', customerId, responseId }, by);
		const promise = {
			customerId,
			responseId: null,
			kind: 'promise',
			what: 'Ring +49 30 901820',
			ownerId: cco.id
		} as const;
		await followUp(db, { ...promise, dueOn: '2026-11-20' }, by);

		const open = await made(db);
		expect(open.trend!.marks).toMatchObject([
			{ number: mark, text: 'Letter went out, ask [e-mail address hidden]', by: 'Dana Okafor', at: now.toISOString() }
		]);
		expect(open.trend!.marks[0]).toMatchObject({
			pointsAt: 'Nov 2026',
			place: { from: { key: 'month:2026-11' } },
			now: null
		});
		expect(open.money!.marks).toEqual([]);
		expect(open.insights).toMatchObject({
			of: 1,
			told: [
				{ number: insight, claim: claimed.claim, owner: 'Dana Okafor', state: 'open', evidence: { for: 1, against: 0 } }
			]
		});
		expect(open.promises).toMatchObject({
			...{ open: 1, overdue: 1 },
			told: [
				{
					customer: 'Customer 0',
					what: 'Ring [phone number hidden]',
					owner: 'Dana Okafor',
					isOverdue: true,
					gone: null
				}
			]
		});
		expect(JSON.parse(JSON.stringify(open))).toEqual(open);

		await closeAsShown(db, week, { organisation, by: cco, now });
		await rewordMark(db, { id: mark, seen: 1, text: 'Another wording' }, by);
		await endInsight(db, { number: insight, seen: 1, end: { kind: 'no action', text: 'it passed' } }, by);
		const closed = await made(db);
		expect([closed.trend!.marks, closed.insights]).toEqual([open.trend!.marks, open.insights]);
		expect((await editionOf(db, week))!.insights).toMatchObject({ of: 1, told: [{ state: 'open' }] });

		const person = await findPerson(db, { by: 'customer', customerKey: 'customer 0' });
		const asked = { by: null, reason: 'Asked in a letter', now, zone: 'UTC', elsewhere: async () => {} };
		await erasePerson(db, person, asked);
		await eraseNotes(db, { customerId, contactIds: null, names: [] }, now);
		const shown = (await asMayBeShown(db, closed)).promises!;
		expect(shown).toMatchObject({ open: 1, told: [{ what: null, gone: 'erased' }] });
		expect(JSON.stringify(shown)).not.toMatch(/Ring|Customer 0/);
	});

	test('all comments, the newest, or the draw that anybody can repeat; always of how many', async ({ db }) => {
		const customers = await givenWeek(db);
		expect(texts(await made(db))).toEqual(['words 39', 'words 38', 'words 37', 'words 2', 'words 1', 'words 0']);
		const newest = await made(db, { comments: { rule: 'newest', limit: 2 } });
		expect([texts(newest), newest.words!.of]).toEqual([['words 39', 'words 38'], 6]);

		const ranks = (await ranksOfWeek(db, week, null, 'UTC')).map(({ number }) => number);
		const drawn = await made(db, { comments: { rule: 'draw', limit: 4 } });
		expect(drawn.words!.comments.map(({ responseId }) => responseId)).toEqual(ranks.slice(0, 4));
		expect(drawn.words!.seed).toMatch(/^[0-9a-f]{64}$/);

		const team = new Set(customers.slice(0, 15));
		const some = await made(db, { comments: { rule: 'draw', limit: 2 }, filter: { ...everybody, segment: 'Team' } });
		const all = await made(db, { comments: { rule: 'draw', limit: 6 } });
		expect(some.words!.of).toBe(3);
		expect(texts(some)).toEqual(
			all
				.words!.comments.filter(({ customerId }) => team.has(customerId))
				.slice(0, 2)
				.map(({ comment }) => comment)
		);
		const unknown = await made(db, { filter: { ...everybody, segment: '-' } });
		expect(unknown.words!.of).toBe(3);
	});

	test('addresses and numbers are hidden as for any reader, and words that were erased since are gone', async ({
		db
	}) => {
		const [customerId] = await givenWeek(db);
		await givenResponse(db, {
			customerId,
			comment: 'Write to jo@example.com, it is <b>late</b>',
			respondedAt: new Date('2026-11-20T12:00:00Z')
		});
		await givenRefreshed(db);
		const kept = JSON.parse(JSON.stringify(await made(db, { comments: { rule: 'newest', limit: 1 } })));
		expect(texts(kept)).toEqual(['Write to [e-mail address hidden], it is <b>late</b>']);

		const person = await findPerson(db, { by: 'customer', customerKey: 'customer 0' });
		await erasePerson(db, person, {
			by: null,
			reason: 'Asked in a letter',
			now,
			zone: 'UTC',
			elsewhere: async () => {}
		});
		const shown = await asMayBeShown(db, kept);
		expect(shown.words!.comments).toMatchObject([{ comment: null, gone: 'erased', goneOn: '2026-11-23' }]);
		const mail = await mailOf(shown, {
			to: 'a@b.cz',
			editionUrl: 'https://x.y/e',
			unsubscribeUrl: null,
			origin: 'https://x.y'
		});
		expect(mail.text).toContain('Erased on 23 Nov 2026 at the person’s request.');
		expect(mail.html + mail.text).not.toMatch(/Write to|Customer 0/);
	});

	test('a company without an answer, and a week without one, are told as such', async ({ db }) => {
		expect(await made(db)).toMatchObject({ answers: null, figures: [], money: null, trend: null, words: { of: 0 } });
		await givenWeek(db);
		const before = await made(db, { week: '2026-W46', sections: ['words'] });
		expect(before).toMatchObject({
			answers: 0,
			shows: { figures: false },
			money: null,
			decisions: null,
			words: { of: 0 }
		});
	});
});
