import type { CompanyOfCurrencies } from './factories/random-company.ts';
import { addDays, addMonths, daysBetween } from '#domain/scope/calendar.ts';

/*
 * What money in several currencies comes to, straight from the definitions and line by line.
 */

type Line = CompanyOfCurrencies['lines'][number];

/** Cents that a smallest unit counts for: the latest rate of the day, and where there is none yet, the first. */
export function factor(rates: CompanyOfCurrencies['rates'], currency: string, base: string): number {
	if (currency === 'USD') return 1;
	// Of two rates from the same day the one that was set later counts.
	const dated = [...new Map(rates.filter((rate) => rate.currency === currency).map((rate) => [rate.fromDay, rate]))]
		.map(([, rate]) => rate)
		.sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
	const rate = dated.findLast(({ fromDay }) => fromDay <= base) ?? dated[0];
	return Number(rate.reportingPerUnit) * (currency === 'JPY' ? 100 : 1);
}

/** What a customer pays a year on a day, by currency in its smallest units; empty: nothing. */
export function paidOn(lines: readonly Line[], day: string, through: string): Map<string, number> {
	const terms = lines.filter(({ kind }) => kind === 'recurring');
	if (terms.length === 0)
		return summed(lines.filter(({ bookedOn }) => bookedOn <= day && day < addMonths(bookedOn, 12)).map(yearly(false)));
	const running = (on: string) =>
		terms.filter(({ servedFrom, servedUntil }) => servedFrom <= on && on <= servedUntil).map(yearly(true));
	if (running(day).length > 0) return summed(running(day));
	const ended = terms.map(({ servedUntil }) => servedUntil).filter((last) => last < day);
	if (ended.length === 0) return new Map();
	const last = ended.reduce((latest, one) => (one > latest ? one : latest));
	const next = terms
		.map(({ servedFrom }) => servedFrom)
		.filter((from) => from > day)
		.sort()[0];
	const isLate = daysBetween(addDays(last, 1), next ?? through) < (next ? 31 : 30);
	return isLate ? summed(running(last)) : new Map();
}

const yearly = (isTerm: boolean) => (line: Line) => {
	const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
	const span = isTerm ? Math.max(1, months(addDays(line.servedUntil, 1)) - months(line.servedFrom)) : 12;
	return { currency: line.currency ?? 'USD', minor: (line.minor * 12) / span };
};

function summed(parts: { currency: string; minor: number }[]): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { currency, minor } of parts) sums.set(currency, (sums.get(currency) ?? 0) + minor);
	const paid = [...sums].map(([currency, minor]): [string, number] => [currency, roundHalfAway(minor)]);
	return new Map(paid.filter(([, minor]) => minor !== 0));
}

export const roundHalfAway = (value: number) => Math.sign(value) * Math.floor(Math.abs(value) + 0.5 + 1e-7) || 0;
