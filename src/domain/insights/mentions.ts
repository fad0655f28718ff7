/** Somebody who can be mentioned: everybody who may sign in. */
export type Mentionable = { id: number; name: string; email: string };

/** Where somebody was mentioned. */
export type MentionedIn = { kind: 'mark' | 'insight'; id: number };

/** A mention as the mentioned sees it. */
export type Mention = MentionedIn & {
	number: number;
	by: string;
	at: Date;
	/** What was written, whole. */
	text: string;
	/** When the mentioned saw it; null: not yet. */
	seenAt: Date | null;
};

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/**
 * Who is mentioned: '@Dana Okafor', whatever the case, or '@dana@example.com'. A name that two people share means both of
 * them, since saying nothing to the right one is worse than to say it to one too many.
 */
export function mentionsIn(text: string, people: readonly Mentionable[]): number[] {
	const lower = text.toLowerCase();
	const longestFirst = people
		.flatMap(({ id, name, email }) => [name, email].map((called) => ({ id, called: called.trim().toLowerCase() })))
		.filter(({ called }) => called !== '')
		.toSorted((a, b) => b.called.length - a.called.length);
	const found = new Set<number>();
	for (let at = lower.indexOf('@'); at >= 0; at = lower.indexOf('@', at + 1)) {
		if (isWord(lower[at - 1])) continue;
		const fits = ({ called }: { called: string }) =>
			lower.startsWith(called, at + 1) && !isWord(lower[at + 1 + called.length]);
		const longest = longestFirst.find(fits)?.called;
		for (const { id, called } of longestFirst) if (called === longest) found.add(id);
	}
	return [...found].sort((a, b) => a - b);
}
