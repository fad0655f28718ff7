import { createHash } from 'node:crypto';
import { scaleOf } from '#domain/surveys/survey.ts';
import { expect, test } from 'vitest';
import { type DemoCompany, demoCompany } from './company.ts';
import { dayNumber } from './calendar.ts';

const today = '2026-11-19'; // a Thursday
const company = demoCompany({ today, seed: 1 });
const invitations = [...company.invitations];
const responses = [...company.responses];
const revenue = [...company.revenue];
const customerOf = new Map(company.customers.map((customer) => [customer.key, customer]));

const fingerprint = ({ customers, contacts, invitations, responses, revenue, truth }: DemoCompany) => {
	const hash = createHash('sha256');
	for (const rows of [customers, contacts, invitations, responses, revenue, [truth]]) {
		for (const row of rows) hash.update(JSON.stringify(row));
	}
	return hash.digest('hex');
};
const small = { today, seed: 5, customers: 400 };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('the same options make the same company, word for word', () => {
	expect(fingerprint(demoCompany(small))).toBe(fingerprint(demoCompany(small)));
});

test('a company can be read twice', () => {
	const { responses, revenue } = demoCompany(small);

	expect([...responses]).toEqual([...responses]);
	expect([...revenue]).toEqual([...revenue]);
});

test('another seed makes another company', () => {
	const names = (seed: number) => demoCompany({ ...small, seed }).customers.map(({ name }) => name);

	expect(names(6)).not.toEqual(names(5));
});

test('a week later the window has moved by a week', () => {
	const lastDay = (today: string) =>
		[...demoCompany({ ...small, customers: 2000, today }).responses].at(-1)!.respondedAt.slice(0, 10);

	expect(dayNumber(lastDay('2026-11-26')) - dayNumber(lastDay('2026-11-19'))).toBeLessThanOrEqual(9);
	expect(lastDay('2026-11-26') > '2026-11-23').toBe(true);
});

test('words move nothing but the words', () => {
	const numbers = (words: boolean) =>
		[...demoCompany({ ...small, words }).responses].map(({ sourceId, respondedAt }) => `${sourceId} ${respondedAt}`);

	expect(numbers(false)).toEqual(numbers(true));
});

test('it is as large as a company that somebody might run', () => {
	const between = (value: number, low: number, high: number) => value >= low && value <= high;

	expect(company.customers).toHaveLength(12_000);
	expect(between(revenue.length, 250_000, 350_000), `${revenue.length} lines of revenue`).toBe(true);
	expect(between(responses.length, 50_000, 65_000), `${responses.length} answers`).toBe(true);
	expect(between(responses.filter(({ comment }) => comment).length, 22_000, 28_000)).toBe(true);
	expect(new Set(company.customers.map(({ segment }) => segment))).toEqual(new Set(['Enterprise', 'Team', 'Solo']));
	expect(new Set(company.customers.map(({ region }) => region)).size).toBe(4);
	expect(new Set(company.customers.map(({ name }) => name)).size).toBe(12_000);
	expect(company.customers.filter(({ parentKey }) => parentKey).length).toBeGreaterThan(100);
});

test('between 15 and 45 in a hundred answer in each segment, and those who never do leave more', () => {
	const heard = new Set(responses.map(({ customerKey }) => customerKey));
	const lost = (answered: boolean) =>
		mean(
			[...new Set(invitations.map(({ customerKey }) => customerKey))]
				.filter((key) => heard.has(key) === answered)
				.map((key) => (customerOf.get(key)!.endedOn ? 1 : 0))
		);

	for (const segment of ['Enterprise', 'Team', 'Solo']) {
		const of = ({ customerKey }: { customerKey: string }) => customerOf.get(customerKey)!.segment === segment;
		const rate = responses.filter(of).length / invitations.filter(of).length;
		expect(rate, segment).toBeGreaterThan(0.15);
		expect(rate, segment).toBeLessThan(0.45);
	}
	expect(lost(false)).toBeGreaterThan(1.5 * lost(true));
});

test('every customer and contact holds together', () => {
	const keys = new Set(company.customers.map(({ key }) => key));
	const firstRevenue = new Map<string, string>();
	for (const { customerKey, servedFrom } of revenue)
		if (!firstRevenue.has(customerKey)) firstRevenue.set(customerKey, servedFrom);
	const wrong = company.customers.filter(
		({ key, startedOn, endedOn, endedWhy, parentKey }) =>
			startedOn! > today ||
			startedOn! > (firstRevenue.get(key) ?? '9999') ||
			(endedOn !== null && (endedOn <= startedOn! || endedOn > today)) ||
			(endedWhy !== null && endedOn === null) ||
			(parentKey !== null && (parentKey === key || !keys.has(parentKey)))
	);

	expect(wrong).toEqual([]);
	expect(company.contacts.filter(({ customerKey }) => !keys.has(customerKey))).toEqual([]);
	expect(new Set(company.contacts.map(({ customerKey, key }) => `${customerKey} ${key}`)).size).toBe(
		company.contacts.length
	);
});

test('every line of revenue may be stored', () => {
	const wrong = revenue.filter(
		({ kind, amountMinor, bookedOn, servedFrom, servedTo, customerKey }) =>
			!Number.isInteger(amountMinor) ||
			(kind === 'refund' || kind === 'credit') !== amountMinor < 0 ||
			servedFrom >= servedTo ||
			bookedOn > today ||
			!customerOf.has(customerKey)
	);

	expect(wrong).toEqual([]);
	expect(new Set(revenue.map(({ sourceId }) => sourceId)).size).toBe(revenue.length);
	expect(new Set(revenue.map(({ kind }) => kind)).size).toBe(4);
});

test('nobody pays a subscription for days after they left', () => {
	const late = revenue.filter(
		({ kind, customerKey, servedTo }) =>
			kind === 'recurring' && servedTo > (customerOf.get(customerKey)!.endedOn ?? '9999')
	);

	expect(late).toEqual([]);
});

test('every answer is on its scale, was asked for and is not from the future', () => {
	const metricOf = new Map(company.surveys.map(({ name, metric }) => [name, metric]));
	const sent = new Map(invitations.map((invitation) => [invitation.sourceId, invitation]));
	const contacts = new Set(company.contacts.map(({ customerKey, key }) => `${customerKey} ${key}`));
	const wrong = responses.filter(({ survey, score, comment, invitationId, respondedAt, customerKey, contactKey }) => {
		const { lowest, highest } = scaleOf[metricOf.get(survey)!];
		const asked = sent.get(invitationId!)!;
		return (
			(score === null && comment === null) ||
			(score !== null && (score < lowest || score > highest || !Number.isInteger(score))) ||
			asked.bouncedAt !== null ||
			asked.sentAt >= respondedAt ||
			respondedAt > `${today}T06:00:00Z` ||
			(contactKey !== null && !contacts.has(`${customerKey} ${contactKey}`))
		);
	});

	expect(wrong).toEqual([]);
	expect(new Set(responses.map(({ sourceId }) => sourceId)).size).toBe(responses.length);
	expect(sent.size).toBe(invitations.length);
	expect(invitations.some(({ bouncedAt }) => bouncedAt)).toBe(true);
});

test('this week has answers up to this morning, and each week some two hundred comments', () => {
	const commentsFrom = (from: string, to: string) =>
		responses.filter(({ respondedAt, comment }) => comment && respondedAt >= from && respondedAt < to).length;

	expect(responses.filter(({ respondedAt }) => respondedAt >= today).length).toBeGreaterThan(0);
	expect(commentsFrom('2026-11-16', '2026-11-20')).toBeGreaterThan(50);
	for (const monday of ['2026-11-09', '2026-11-02', '2026-10-26', '2026-10-19']) {
		const comments = commentsFrom(monday, new Date((dayNumber(monday) + 7) * 86_400_000).toISOString().slice(0, 10));
		expect(comments, monday).toBeGreaterThan(100);
		expect(comments, monday).toBeLessThan(300);
	}
});

test('a reader finds onboarding in EMEA worse and support in Asia Pacific better', () => {
	const scores = (region: string, survey: string, from: string, to: string) =>
		responses
			.filter((answer) => answer.survey === survey && customerOf.get(answer.customerKey)!.region === region)
			.filter(({ respondedAt }) => respondedAt >= from && respondedAt < to)
			.flatMap(({ score }) => score ?? []);
	const eightWeeksAgo = '2026-09-24';
	const twentyWeeksAgo = '2026-07-02';
	const onboarding = (from: string, to: string) => mean(scores('EMEA', 'After onboarding', from, to));
	const support = (from: string, to: string) => mean(scores('Asia Pacific', 'After support', from, to));

	expect(onboarding(eightWeeksAgo, today)).toBeLessThan(onboarding('2023', eightWeeksAgo) - 0.5);
	expect(support(twentyWeeksAgo, today)).toBeGreaterThan(support('2023', twentyWeeksAgo) + 0.5);
});
