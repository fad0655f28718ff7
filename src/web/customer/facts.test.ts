import { describe, expect, test } from 'vitest';
import type { Account } from '#domain/customers/account.ts';
import { lifetimeDefinitions } from '#domain/money/lifetime/definitions.ts';
import type { CustomersMoney } from '#domain/money/server.ts';
import { notEstimable } from '#stats/estimate.ts';
import { factsOf } from './facts.ts';

const account: Account = {
	id: 1,
	key: 'A-1',
	name: 'Alpha',
	segment: 'Team',
	region: null,
	plan: 'Pro',
	startedOn: '2024-01-01',
	endedOn: null,
	endedWhy: null,
	cameBy: 'unknown',
	parent: null,
	source: 'crm'
};
const value = {
	definition: lifetimeDefinitions(null).value,
	estimate: { status: 'ok' as const, value: 900_000, low: 800_000, high: 1_000_000, n: 120 },
	population: 'Customers who pay',
	excluded: []
};
const money: CustomersMoney = {
	perYearMinor: 480_00,
	basis: 'recurring',
	on: '2026-01-31',
	lastComplete: '2026-01-01',
	months: [],
	ownMinor: 7_000_00,
	likeThem: { value, alike: { segment: 'Team', region: '-', plan: null } }
};
const place = { currency: 'USD', zone: 'UTC' };
const facts = (given: { account?: Partial<Account>; money?: Partial<CustomersMoney> } = {}) =>
	factsOf(
		{
			account: { ...account, ...given.account },
			money: { ...money, ...given.money },
			said: { answers: 3, withWords: 1 },
			lastScore: { metric: 'csat', highIsGood: true, score: 2, about: 'support', at: new Date('2026-01-07T12:00:00Z') }
		},
		place
	);

describe('the head of a customer’s page', () => {
	test('says what they pay, and that a lifetime value is that of customers like them, and of which', () => {
		const [pays, lifetime, last, answers] = facts();
		expect(pays).toMatchObject({ value: '$480', told: 'recurring, at its yearly rate, on 31 Jan 2026' });
		expect(lifetime).toMatchObject({ value: '$9k', beside: '±$1k' });
		expect(lifetime.told).toContain('Mean of 120 who pay, of segment Team, region not known.');
		expect(lifetime.told).toContain('Of this customer alone: $7k, as an expectation.');
		expect(last).toMatchObject({ value: '2', beside: 'of 5', told: 'CSAT, support, 7 Jan 2026, 12:00' });
		expect(answers).toMatchObject({ value: '3', told: '1 of them in words' });
	});

	test('expects nothing of who has ended, though what they paid for runs on, nor of who pays nothing', () => {
		const [pays, ended] = facts({ account: { endedOn: '2026-01-20' } });
		expect(pays.told).toContain('runs on');
		expect(ended).toMatchObject({ value: '—', told: 'They have ended, so there is none to expect' });
		expect(facts({ money: { perYearMinor: null, basis: null } })[1]).toMatchObject({
			value: '—',
			told: 'They pay nothing now, so there is none to expect'
		});
	});

	test('gives the reason where there is no figure', () => {
		const none = { ...value, estimate: notEstimable('not worked out yet') };
		expect(facts({ money: { likeThem: { value: none, alike: money.likeThem.alike } } })[1]).toMatchObject({
			value: '—',
			told: 'not worked out yet'
		});
		expect(facts({ money: { on: null, perYearMinor: null } })[0].told).toBe('No revenue has been imported yet');
	});
});
