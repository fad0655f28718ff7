import { parseArgs } from 'node:util';
import { latestWeek } from '#domain/money/as-of.ts';
import { whatIsKnown } from '#domain/money/server.ts';
import { figuresForProgram } from '#domain/reviews/server.ts';
import type { PublishedFigure } from '#domain/reviews/server.ts';
import { Refusal } from '#domain/refusal.ts';
import { organisationOf } from '#domain/scope/server.ts';
import { isWeek } from '#domain/scope/week.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { written } from '#domain/metrics/view/figure-text.ts';
import { command, CommandProblem } from './fail.ts';
import { withDatabase } from './with-database.ts';

await command(async () => {
	const { values } = readArguments();
	if (values.week !== undefined && !isWeek(values.week))
		throw new CommandProblem('--week takes a week such as 2026-W47.');

	await withDatabase('figures', async (db) => {
		const organisation = await organisationOf(db);
		const week =
			values.week ??
			latestWeek(dayIn(new Date(), organisation.timeZone), (await whatIsKnown(db))?.answersThrough ?? null);
		const { segment = null, region = null, plan = null, survey = null } = values;
		const today = dayIn(new Date(), organisation.timeZone);
		const scope = { week, segment, region, plan, survey };
		const figures = await figuresForProgram(db, scope, organisation, today).catch((error: unknown) => {
			throw error instanceof Refusal ? new CommandProblem(error.message) : error;
		});
		if (values.json) console.log(JSON.stringify(figures));
		else print(week, Object.values(figures), organisation.reportingCurrency);
	});
	return 0;
});

function readArguments() {
	const text = { type: 'string' } as const;
	try {
		return parseArgs({
			options: { week: text, segment: text, region: text, plan: text, survey: text, json: { type: 'boolean' } }
		});
	} catch (error) {
		throw new CommandProblem(`${(error as Error).message}`);
	}
}

function print(week: string, figures: PublishedFigure[], currency: string): void {
	console.log(`Week ${week}`);
	if (figures.length === 0) console.log('There is nothing yet: no answers have come in.');
	for (const { id, value, low, high, n, unit, reason } of figures) {
		const interval =
			low === null || high === null || low === high
				? ''
				: ` (${written(low, unit, currency)} to ${written(high, unit, currency)})`;
		console.log(
			`  ${id.padEnd(34)} ${value === null ? `— ${reason}` : `${written(value, unit, currency)}${interval}, n = ${n}`}`
		);
	}
}
