import { count, number } from '#ui/format/number.ts';
import { figureText, intervalText, sizeText, written } from '../metrics/view/figure-text.ts';
import { customersText, scopeToQuery } from '../scope/scope.ts';
import { weekNumber } from '../scope/week.ts';
import type { FigureFacts, WatchedGroup } from './alert.ts';
import type { AlertTold } from './alert-told.ts';

/** A figure that left its band: with its interval, n, the band, and in how many looks that was found. */
export function figureTold(facts: FigureFacts): AlertTold {
	const { figure, group, week, currency, looks, signals } = facts;
	const { definition, estimate, movement, population, excluded } = figure;
	const { value, tone } = figureText({ ...figure }, currency);
	const whom = group ? `, ${groupText(group)}` : '';
	const by = movement?.by ?? null;
	const change = by === null ? '' : `: ${sizeText(by, definition.unit)} on ${movement!.since}`;
	const interval = intervalText(figure, currency);
	const n = estimate.status === 'ok' ? `, n ${number(estimate.n)}` : '';
	const grade = figure.grade ? `, grade ${figure.grade}` : '';
	return {
		title: `${definition.name} moved by more than noise${change}${whom}`,
		tone,
		lines: [
			`${value}${interval ? `, 95% interval ${interval}` : ', counted'}${n}${grade}. ${population}.`,
			`${capital(movement?.because ?? 'signal')}.`,
			...bands(facts),
			...excluded.map(({ count: left, why }) => `Left out: ${number(left)} ${why}.`)
		],
		notes: [
			`${signals === 1 ? 'The only signal' : `One of ${number(signals)} signals`} in ${count(looks, 'look')} of week ${weekNumber(week)}, ${week.slice(0, 4)}, all figures and groups judged together; of such signals at most one in twenty is false on average.`,
			definition.meaning
		],
		words: null,
		links: [{ name: 'The figure in its week', path: `/review/${week}${groupQuery(week, group)}` }]
	};
}

const capital = (text: string) => text[0].toUpperCase() + text.slice(1);

/** What it was held against: its routine, and the period before. */
function bands({ band, change, figure: { definition }, currency }: FigureFacts): string[] {
	const { unit } = definition;
	const told: string[] = [];
	if (band) {
		const [lowest, highest] = unit === 'points' ? [-100, 100] : [0, 1];
		// Limits know no scale; a score does.
		const within = (value: number) =>
			unit === 'points' || unit === 'share' ? Math.min(highest, Math.max(lowest, value)) : value;
		const text = (value: number) =>
			band.of === 'score'
				? written(within(value), unit, currency)
				: sizeText(value, band.of === 'growth' ? 'money' : unit);
		const what = { score: 'The week by itself', step: 'The step of the week', growth: 'The growth of the month' }[
			band.of
		];
		told.push(`${what}: ${text(band.value)}; its band: ${text(band.low)} to ${text(band.high)}.`);
	}
	if (change && change.low !== change.high)
		told.push(
			`On ${change.since}: ${sizeText(change.by, unit)}, 95% interval ${sizeText(change.low, unit)} to ${sizeText(change.high, unit)}.`
		);
	return told;
}

const everybody = { segment: null, region: null, plan: null };
const groupText = (group: NonNullable<WatchedGroup>) => customersText({ ...everybody, [group.slice]: group.value });
const groupQuery = (week: string, group: WatchedGroup) =>
	group ? scopeToQuery({ ...everybody, week, survey: null, [group.slice]: group.value }) : '';
