import { studentTTwoSided } from '#stats/distributions/student-t.ts';
import { criticalValue } from '#stats/inference.ts';
import { benjaminiHochberg } from '#stats/monitoring/benjamini-hochberg.ts';
import { falseSignals } from '../figure.ts';
import type { Change, Figure, Movement, Split } from '../figure.ts';

/**
 * The movements of one page. Each figure is looked at in up to two ways: against an independent period, and its latest
 * step against its routine. Its p is that of both together (Simes 1986); the figures are then judged together by
 * Benjamini and Hochberg, so that a page with many figures does not cry wolf. A change that is gone when like is
 * compared with like is called mix, whatever its size.
 */
export function judgedTogether(figures: readonly Figure[]): Figure[] {
	const qs = benjaminiHochberg(figures.map((figure) => simes(looksOf(figure).map(({ p }) => p))));
	const of = countTested(figures);
	return figures.map((figure, i) => {
		const movement = movementOf(figure, qs[i]);
		const tested = testedBy(looksOf(figure), qs[i], of);
		return { ...figure, movement: tested ? { ...movement, tested } : movement };
	});
}

/** How many figures were tested when these were judged: what has too little data was not looked at. */
export const countTested = (figures: readonly Figure[]): number =>
	figures.filter((figure) => looksOf(figure).length > 0).length;

type Look = {
	at: 'period' | 'routine';
	by: number;
	since: string;
	direction: Movement['direction'];
	p: number;
	shows: string | null;
};

function looksOf(figure: Figure): Look[] {
	const { change, split, routine } = figure;
	const looks: Look[] = [];
	const p = change && (split ? split.rate.p : chanceOf(change));
	if (change && p !== null && p !== undefined) {
		const { by, shows } = felt(figure);
		looks.push({ at: 'period', by, since: change.since, direction: signOf(by), p, shows });
	}
	if (routine && routine.p !== null) looks.push({ ...routine, at: 'routine', p: routine.p });
	return looks;
}

function testedBy(looks: readonly Look[], q: number | null, of: number): Movement['tested'] | null {
	if (q === null) return null;
	const period = looks.find(({ at }) => at === 'period');
	const routine = looks.find(({ at }) => at === 'routine');
	return {
		...(period ? { period: { since: period.since, p: period.p } } : {}),
		...(routine ? { routine: routine.p } : {}),
		...{ q, of }
	};
}

/** The change as it is told when it is a signal: the whole, unless other people answering hides it or turns it round. */
function felt({ change, split }: Figure): { by: number; shows: string | null } {
	if (!split || (change!.isReal && signOf(change!.by) === signOf(split.rate.by)))
		return { by: change!.by, shows: null };
	return { by: split.rate.by, shows: 'like for like' };
}

function movementOf(figure: Figure, q: number | null): Movement {
	const { estimate, change, split } = figure;
	const judged = figure.judged ?? null;
	const [strongest] = looksOf(figure).sort((a, b) => a.p - b.p);

	if (estimate.status !== 'ok') return { ...nowhere, verdict: 'too little data', because: estimate.reason, judged };
	if (strongest && q !== null && q <= falseSignals) return signal(strongest, figure, judged);
	if (change?.isReal && split?.mix.isReal)
		return { ...stepOf(change), verdict: 'mix', because: otherPeople[split.of], judged };
	return { ...noSignal(figure, strongest !== undefined), judged };
}

const nowhere = { by: null, since: '', direction: 0 } as const;
const stepOf = ({ by, since }: { by: number; since: string }) => ({ by, since, direction: 0 }) as const;
const otherPeople: Record<Split['of'], string> = {
	'who answered': 'who answered changed, not how they feel',
	'who paid': 'who our customers were changed, not whether such customers stay'
};

function noSignal({ routine, change }: Figure, wasTested: boolean): Omit<Movement, 'judged'> {
	const told = routine ?? change;
	if (!told) return { ...nowhere, verdict: 'too little data', because: 'nothing earlier to compare with' };
	return wasTested
		? { ...stepOf(told), verdict: 'noise', because: 'no signal' }
		: { ...stepOf(told), verdict: 'too little data', because: 'too little to tell it from noise' };
}

function signal({ by, since, direction, shows }: Look, { routine }: Figure, judged: string | null): Movement {
	const unusual = routine?.direction === direction ? routine.shows : null;
	const words = [shows, unusual].filter((part, i, all) => part && all.indexOf(part) === i);
	return { verdict: 'signal', by, since, because: ['signal', ...words].join(', '), direction, judged };
}

const signOf = (by: number) => Math.sign(by) as 1 | -1 | 0;

/** From the test, or else from the interval; what was counted leaves nothing to chance, and so nothing to test. */
function chanceOf({ p, by, low, high, degrees = Infinity }: Change): number | null {
	if (p !== undefined) return p;
	if (low === high) return null;
	return studentTTwoSided((by * 2 * criticalValue(0.95, degrees)) / (high - low), degrees);
}

/** One p for several looks at the same figure; null without any. */
function simes(ps: readonly number[]): number | null {
	if (ps.length === 0) return null;
	const sorted = [...ps].sort((a, b) => a - b);
	return Math.min(...sorted.map((p, i) => (p * ps.length) / (i + 1)));
}
