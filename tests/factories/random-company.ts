import fc from 'fast-check';
import { addDays, addMonths } from '#domain/scope/calendar.ts';
import type { ExchangeRate } from '#domain/scope/organisation.ts';

/** A small company at random: what its template files would say. Days are counted from 1 January 2024. */
export type RandomCompany = {
	customers: {
		key: string;
		segment: string | null;
		cameBy: 'recommended' | 'bought' | 'unknown';
		parent: string | null;
	}[];
	answers: {
		id: string;
		customer: string;
		contact: string | null;
		survey: 'Relationship' | 'Support';
		day: string;
		score: number;
		/** When they were asked; null: nobody did. */
		sentOn: string | null;
	}[];
	/** Invitations that got no answer. */
	silent: {
		id: string;
		customer: string;
		survey: 'Relationship' | 'Support';
		sentOn: string;
		bounced: boolean;
	}[];
	lines: {
		id: string;
		customer: string;
		kind: 'recurring' | 'one-time' | 'refund';
		minor: number;
		/** Absent: USD. */
		currency?: string;
		bookedOn: string;
		servedFrom: string;
		servedUntil: string;
	}[];
};

/** The same where some pay in euros or yen; the worth of these in dollars is known of every day they pay on. */
export type CompanyOfCurrencies = RandomCompany & { rates: ExchangeRate[] };

const day = (most: number) => fc.integer({ min: 0, max: most }).map((offset) => addDays('2024-01-01', offset));

export const randomCompany: fc.Arbitrary<RandomCompany> = fc.integer({ min: 1, max: 6 }).chain((people) => {
	const customer = fc.integer({ min: 0, max: people - 1 }).map((i) => `C${i}`);
	const answer = fc
		.record({
			customer,
			contact: fc.option(fc.constantFrom('p', 'q'), { nil: null }),
			survey: fc.constantFrom('Relationship' as const, 'Support' as const),
			day: day(900),
			score: fc.integer({ min: 1, max: 5 }),
			askedBefore: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null })
		})
		// Likelihood to recommend goes to ten, so that every group is there.
		.map(({ score, askedBefore, ...rest }) => ({
			...rest,
			score: rest.survey === 'Relationship' ? 2 * score : score,
			sentOn: askedBefore === null ? null : addDays(rest.day, -askedBefore)
		}));
	const silence = fc.record({
		customer,
		survey: fc.constantFrom('Relationship' as const, 'Support' as const),
		sentOn: day(900),
		bounced: fc.boolean()
	});
	const line = fc
		.record({
			customer,
			kind: fc.constantFrom('recurring' as const, 'one-time' as const, 'refund' as const),
			months: fc.integer({ min: 1, max: 13 }),
			minor: fc.integer({ min: 1, max: 100_000 }),
			bookedOn: day(900)
		})
		.map(({ months, minor, ...rest }) => ({
			...rest,
			minor: rest.kind === 'refund' ? -minor : minor,
			servedFrom: rest.bookedOn,
			servedUntil: rest.kind === 'recurring' ? addDays(addMonths(rest.bookedOn, months), -1) : rest.bookedOn
		}));
	// A parent comes before its children, so that there are no circles; half of the companies have none.
	const parents = fc.oneof(fc.constant([]), fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { maxLength: 6 }));
	return fc.record({
		customers: parents.map((of) =>
			Array.from({ length: people }, (_, i) => {
				const parent = of[i] ?? null;
				return {
					key: `C${i}`,
					segment: [null, 'Team', 'Solo'][i % 3],
					cameBy: (['recommended', 'bought', 'unknown'] as const)[Math.floor(i / 2)],
					parent: parent !== null && parent < i ? `C${parent}` : null
				};
			})
		),
		answers: fc.array(answer, { maxLength: 15 }).map((all) => all.map((one, i) => ({ id: `R${i}`, ...one }))),
		lines: fc.array(line, { maxLength: 25 }).map((all) => all.map((one, i) => ({ id: `L${i}`, ...one }))),
		silent: fc.array(silence, { maxLength: 25 }).map((all) => all.map((one, i) => ({ id: `S${i}`, ...one })))
	});
});

const worth = { EUR: ['0.75', '1', '1.2', '2'], JPY: ['0.01', '0.0125', '0.02'] } as const;

/** Euros are known from the beginning; yen perhaps only later, and until then nobody pays in them. */
export const companyOfCurrencies: fc.Arbitrary<CompanyOfCurrencies> = fc
	.record({
		company: randomCompany,
		inPairs: fc.boolean(),
		currencies: fc.array(fc.constantFrom('USD', 'EUR', 'JPY'), { minLength: 25, maxLength: 25 }),
		rates: fc.array(
			fc.oneof(
				...(['EUR', 'JPY'] as const).map((currency) =>
					fc.record({
						currency: fc.constant(currency),
						fromDay: day(900),
						reportingPerUnit: fc.constantFrom(...worth[currency])
					})
				)
			),
			{ maxLength: 8 }
		)
	})
	.map(({ company, inPairs, currencies, rates }) => {
		const all = [{ currency: 'EUR', fromDay: '2023-12-01', reportingPerUnit: '1.1' }, ...rates];
		const isKnown = (of: string, on: string) => all.some(({ currency, fromDay }) => currency === of && fromDay <= on);
		const lines = company.lines.map((line, i) => ({
			...line,
			currency: isKnown(currencies[i], line.bookedOn) ? currencies[i] : 'USD'
		}));
		// Accounts of several currencies are rare by chance.
		const customers = company.customers.map((one, i) =>
			inPairs && i % 2 === 1 ? { ...one, parent: `C${i - 1}` } : one
		);
		return { ...company, customers, lines, rates: all };
	});

/** The template files that say so; a file that would have no rows is left out. */
export const asFiles = (company: RandomCompany): Record<string, string> =>
	Object.fromEntries(Object.entries(allFiles(company)).filter(([, text]) => text.split('\n').length > 2));

const allFiles = ({ customers, answers, lines, silent }: RandomCompany) => ({
	'a.csv': csv([
		'customer_id,segment,started_on,came_by,parent_id',
		...customers.map(({ key, segment, cameBy, parent }) =>
			[key, segment ?? '', '2023-12-01', cameBy, parent ?? ''].join(',')
		)
	]),
	'b.csv': csv([
		'response_id,customer_id,contact_id,survey,survey_kind,metric,touchpoint,responded_at,score,sent_at',
		...answers.map(({ id, customer, contact, survey, day, score, sentOn }) =>
			[
				id,
				customer,
				contact ?? '',
				survey,
				...kindOf(survey),
				`${day}T12:00:00Z`,
				score,
				sentOn ? `${sentOn}T11:00:00Z` : ''
			].join(',')
		)
	]),
	'c.csv': csv([
		'line_id,customer_id,revenue_kind,amount,currency,booked_on,served_from,served_until',
		...lines.map(({ id, customer, kind, minor, currency = 'USD', bookedOn, servedFrom, servedUntil }) =>
			[id, customer, kind, amount(minor, currency), currency, bookedOn, servedFrom, servedUntil].join(',')
		)
	]),
	'd.csv': csv([
		'response_id,customer_id,survey,survey_kind,metric,touchpoint,sent_at,bounced_at',
		...silent.map(({ id, customer, survey, sentOn, bounced }) =>
			[id, customer, survey, ...kindOf(survey), `${sentOn}T11:00:00Z`, bounced ? `${sentOn}T11:01:00Z` : ''].join(',')
		)
	])
});

const kindOf = (survey: 'Relationship' | 'Support') =>
	survey === 'Support' ? ['transactional', 'csat', 'support'] : ['relationship', 'nps', ''];

const amount = (minor: number, currency: string) => (currency === 'JPY' ? String(minor) : (minor / 100).toFixed(2));

const csv = (lines: string[]) => `${lines.join('\n')}\n`;
