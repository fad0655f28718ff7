import type { Definition, Unit } from '../figure.ts';

/** One rule of a figure in its words, in force from a day on. */
export type Version<Rule> = {
	/** The first day it holds; null: from the beginning, so that every week is told by it. */
	from: string | null;
	/** The day on which one that holds from the beginning took the place of the one before. */
	changedOn?: string;
	/** What became different with it; of the first version, nothing did. */
	what: string;
	meaning: string;
	interval: string;
	rule: Rule;
};

/** A figure through all its versions, oldest first. The id stays; versions are counted from 1. */
export type Versioned<Rule> = {
	id: string;
	name: string;
	unit: Unit;
	versions: readonly [Version<Rule>, ...Version<Rule>[]];
};

const holdsFrom = ({ from }: Version<unknown>, day: string) => from === null || from <= day;

/** The version that holds on a day, as a frozen week of then keeps it. */
export const versionOn = <Rule>({ versions }: Versioned<Rule>, day: string): Version<Rule> =>
	versions.findLast((version) => holdsFrom(version, day)) ?? versions[0];

/** What a figure means on a day, with how it came to mean that. */
export function definitionOn<Rule>(versioned: Versioned<Rule>, day: string): Definition {
	const { id, name, unit, versions } = versioned;
	const current = versionOn(versioned, day);
	const version = versions.indexOf(current) + 1;
	const changes = versions
		.slice(1, version)
		.map(({ from, changedOn, what }, i) => ({ version: i + 2, changedOn: changedOn ?? from ?? '', what }));
	return { id, version, name, unit, meaning: current.meaning, interval: current.interval, changes };
}

/** A line of a chart by one version; `until`: the day from which another holds. */
export type VersionLine<Point> = { version: number; until: string | null; points: Point[] };

/**
 * A chart through a change of definition: one line for each version that held on some day of the period, oldest first,
 * each over the whole period, so that what the change itself did is seen and not taken for what customers did.
 */
export function linesThrough<Rule, Point>(
	{ versions }: Versioned<Rule>,
	{ from, to }: { from: string; to: string },
	draw: (rule: Rule) => Point[]
): VersionLine<Point>[] {
	return versions.flatMap((version, i) => {
		const next = versions.at(i + 1);
		const until = next && holdsFrom(next, to) ? next.from : null;
		const held = holdsFrom(version, to) && (until === null || until > from) && !(next && next.from === null);
		return held ? [{ version: i + 1, until, points: draw(version.rule) }] : [];
	});
}
