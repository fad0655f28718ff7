/** Whether the words are all there, as they were written; and if not, since which day. */
export type Verdict = {
	/** Seals in the chain. */
	seals: number;
	/** Comments that are there exactly as they were sealed; each version of one counts. */
	kept: number;
	/** Sealed comments whose words an act took. */
	taken: number;
	/** Comments that arrived today other than by an import; they are sealed when the day ends. */
	notYet: number;
	from: string | null;
	through: string | null;
	/** The last seal's hash in hexadecimal: whoever has noted an earlier one can find it in the chain. */
	last: string | null;
} & (
	| { holds: true }
	| {
			holds: false;
			/** Empty where nothing is sealed. */
			day: string;
			why: string;
	  }
);

const enGB = (n: number) => n.toLocaleString('en-GB');
const comments = (n: number) => `${enGB(n)} ${n === 1 ? 'comment' : 'comments'}`;

/** What is found out, in sentences. */
export function verdictText(verdict: Verdict): string {
	const notYet = verdict.notYet > 0 ? `${comments(verdict.notYet)} of today will be sealed when the day ends.` : '';
	if (!verdict.holds) return `The chain does not hold${verdict.day && ` on ${verdict.day}`}: ${verdict.why}`;
	if (verdict.seals === 0) return `Nothing is sealed yet: ${notYet || 'no comment has come in.'}`;
	const span = verdict.from === verdict.through ? `on ${verdict.from}` : `from ${verdict.from} to ${verdict.through}`;
	return [
		`Every comment that arrived ${span} is here as it was written: ${comments(verdict.kept)}, sealed ${verdict.seals === 1 ? 'once' : `${enGB(verdict.seals)} times`}.`,
		verdict.taken > 0 ? `Of ${comments(verdict.taken)} the words are gone, each by a recorded act.` : '',
		notYet
	]
		.filter(Boolean)
		.join(' ');
}

/** What is wrong with one seal. */
export type Broken = { missing: number; altered: number; returned: number; response: number | null };

/** Why a seal does not hold, in a sentence; null: its leaves do. */
export function broken({ missing, altered, returned, response }: Broken): string | null {
	const first = response === null ? '' : ` (the first is answer ${response})`;
	if (altered > 0) return `the words of ${comments(altered)} are not those that were sealed${first}.`;
	if (missing > 0) return `${comments(missing)} went without a recorded act${first}.`;
	if (returned > 0) return `${comments(returned)} stand here although an act took them${first}.`;
	return null;
}
