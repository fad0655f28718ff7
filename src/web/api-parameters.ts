import { Refusal } from '#domain/refusal.ts';

/**
 * Refuses what an endpoint does not know, and what is given twice: a program that asks for `segmnt` would otherwise get
 * the figures of everybody, and never learn it.
 */
export function onlyParameters({ searchParams }: URL, known: readonly string[]): void {
	const given = [...searchParams.keys()];
	const strange = given.find((name) => !known.includes(name));
	if (strange !== undefined) {
		const choice = known.length === 0 ? 'none' : known.join(', ');
		throw new Refusal('invalid', `There is no parameter "${strange}". The parameters here: ${choice}.`);
	}
	const twice = given.find((name, i) => given.indexOf(name) !== i);
	if (twice !== undefined) throw new Refusal('invalid', `Give ${twice} once: it stands in the address twice.`);
}
