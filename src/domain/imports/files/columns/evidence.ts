import type { DateOrder } from '../values/date.ts';
import type { DecimalMark } from '../values/amount.ts';
import {
	hasLeadingZero,
	isDamagedId,
	lookOf,
	markHint,
	orderHint,
	type Look,
	type MarkHint,
	type OrderHint
} from './looks.ts';

/** What a column holds, as far as it shows. Null as order or mark: no value raises the question. */
export type ColumnFacts = {
	samples: string[];
	/** What values look like: of the first 2,000 that are not empty, and of those that were needed beyond to settle a question. */
	looks: Record<Look, number>;
	/** In the whole file. */
	filled: number;
	dateOrder: DateOrder | null;
	decimal: DecimalMark | 'unknown' | null;
};

const looked = 2_000;
const mostSamples = 5;
const longestSample = 200;

/** Gathers what is to know of one column, value by value. */
export function columnEvidence() {
	const looks: Record<Look, number> = { whole: 0, decimal: 0, day: 0, moment: 0, text: 0 };
	const orders = new Set<OrderHint>();
	const marks = new Set<MarkHint>();
	const samples = new Set<string>();
	let filled = 0;
	/** What a value would have to be like to settle a question, once enough were looked at. */
	let settles: ((text: string) => boolean) | null = null;
	let damagedId: string | null = null;
	let leadingZero: string | null = null;

	const look = (text: string) => {
		const value = text.trim();
		const found = lookOf(value);
		looks[found]++;
		if (found === 'day' || found === 'moment') orders.add(orderHint(value));
		if (found === 'decimal') marks.add(markHint(value));
		if (samples.size < mostSamples) samples.add(text.slice(0, longestSample));
		if (filled >= looked) settles = whatSettles();
	};

	/** A date or a number in some comment raises no question about the column. */
	const isMainly = (values: number) => values > 0 && values * 10 >= looks.text;

	/**
	 * Beyond the first values only those matter that tell more about a question. That numbers with a mark come late raises
	 * one; days in another order than the first ones do not: they are refused, never misread.
	 */
	const whatSettles = () => {
		if (orders.has('ambiguous') && !orders.has('day-first') && !orders.has('month-first')) return () => true;
		const isOpen = isMainly(looks.whole + looks.decimal) && !marks.has('point') && !marks.has('comma');
		return isOpen ? (text: string) => /[.,]/.test(text) : null;
	};

	return {
		add(text: string) {
			if (text === '') return;
			filled++;
			if (filled <= looked || settles?.(text)) look(text);
			if (damagedId === null && isDamagedId(text)) damagedId = text;
			if (leadingZero === null && hasLeadingZero(text)) leadingZero = text;
		},
		facts: (): ColumnFacts => ({
			samples: [...samples],
			looks,
			filled,
			dateOrder: isMainly(looks.day + looks.moment) ? orderOf(orders) : null,
			decimal: isMainly(looks.decimal) ? decided(marks, 'point', 'comma') : null
		}),
		warnings: (column: string): string[] => {
			const numbers = isMainly(looks.whole);
			return [
				damagedId &&
					`“${column}” has values such as ${damagedId}: Excel has dropped the digits of long ids. ${exportAgain}`,
				leadingZero && numbers && `“${column}” has values such as ${leadingZero}; their leading zeros are kept.`,
				isTorn(orders, 'day-first', 'month-first') && `“${column}” has days in two orders; say which one is right.`,
				isTorn(marks, 'point', 'comma') && `“${column}” has decimal points and decimal commas; say which mark is right.`
			].filter((warning) => typeof warning === 'string');
		}
	};
}

const exportAgain = 'Export it again and import that file without opening it in Excel.';

const isTorn = <Hint>(hints: Set<Hint>, one: Hint, other: Hint): boolean => hints.has(one) && hints.has(other);

/** The one of two answers that the hints give; unknown if they give both, or only hints that fit both. */
function decided<Hint, Answer extends Hint>(
	hints: Set<Hint | 'ambiguous'>,
	one: Answer,
	other: Answer
): Answer | 'unknown' | null {
	if (isTorn(hints, one, other)) return 'unknown';
	if (hints.has(one)) return one;
	if (hints.has(other)) return other;
	return hints.has('ambiguous') ? 'unknown' : null;
}

/** Days that begin with their year are read whatever the order, so they decide only where there are no others. */
const orderOf = (hints: Set<OrderHint>): DateOrder | null =>
	decided<OrderHint, 'day-first' | 'month-first'>(hints, 'day-first', 'month-first') ??
	(hints.has('year-first') ? 'year-first' : null);
