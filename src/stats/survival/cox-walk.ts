import type { CoxRows } from './cox-rows.ts';

/** Σ w e^η, Σ w e^η x and Σ w e^η x x′ (lower triangle by rows) over a set of rows. */
export type Sums = { s0: number; s1: Float64Array; s2: Float64Array };

/**
 * One moment at which customers left: sums over those at risk and over those who left, and plain sums of the latter.
 * The same object is filled anew for every visit.
 */
export type DeathTime = {
	stratum: number;
	time: number;
	/** rows that left, by place in CoxRows */
	deaths: number[];
	/** Σ w, Σ w η and Σ w x of those who left */
	weight: number;
	eta: number;
	x: Float64Array;
	atRisk: Sums;
	left: Sums;
	/** room for a mean of x */
	mean: Float64Array;
};

const emptySums = (p: number): Sums => ({ s0: 0, s1: new Float64Array(p), s2: new Float64Array((p * (p + 1)) / 2) });

function clear(sums: Sums): void {
	sums.s0 = 0;
	sums.s1.fill(0);
	sums.s2.fill(0);
}

/**
 * Visits every time somebody left, from the last to the first in each stratum, with running sums: O(n p²) whatever the
 * number of times. Rows join when time has gone down to their end and leave again when it reaches their entry. `risk` is
 * e^η by row.
 */
export function walkDeaths(rows: CoxRows, eta: Float64Array, risk: Float64Array, visit: (at: DeathTime) => void): void {
	const { p, weight } = rows;
	const [x, mean] = [new Float64Array(p), new Float64Array(p)];
	const at: DeathTime = {
		stratum: 0,
		time: 0,
		deaths: [],
		weight: 0,
		eta: 0,
		x,
		atRisk: emptySums(p),
		left: emptySums(p),
		mean
	};
	rows.strata.forEach(({ from, to, byEntry }, stratum) => {
		clear(at.atRisk);
		at.stratum = stratum;
		let out = 0;
		for (let i = from; i < to;) {
			at.time = rows.time[i];
			at.deaths.length = 0;
			for (; i < to && rows.time[i] === at.time; i++) {
				add(at.atRisk, rows, i, weight[i] * risk[i]);
				if (rows.event[i]) at.deaths.push(i);
			}
			if (at.deaths.length === 0) continue;
			for (; out < byEntry.length && rows.entry[byEntry[out]] >= at.time; out++) {
				add(at.atRisk, rows, byEntry[out], -weight[byEntry[out]] * risk[byEntry[out]]);
			}
			sumLeavers(at, rows, eta, risk);
			visit(at);
		}
	});
}

function add(sums: Sums, { x, p }: CoxRows, row: number, weight: number): void {
	const at = row * p;
	const { s1, s2 } = sums;
	sums.s0 += weight;
	let k = 0;
	for (let a = 0; a < p; a++) {
		const weighted = weight * x[at + a];
		s1[a] += weighted;
		for (let b = 0; b <= a; b++) s2[k++] += weighted * x[at + b];
	}
}

function sumLeavers(at: DeathTime, rows: CoxRows, eta: Float64Array, risk: Float64Array): void {
	const { p, x, weight } = rows;
	clear(at.left);
	at.weight = at.eta = 0;
	at.x.fill(0);
	for (const i of at.deaths) {
		add(at.left, rows, i, weight[i] * risk[i]);
		at.weight += weight[i];
		at.eta += weight[i] * eta[i];
		for (let a = 0; a < p; a++) at.x[a] += weight[i] * x[i * p + a];
	}
}
