/** Enough for every filter that a morning's readers choose; a week's figures are some 100 kB. */
const mostKept = 250;
const kept = new Map<string, Promise<unknown>>();

/**
 * Asks once and remembers the answer. For what follows from the kept sums alone: `key` names the question and the
 * version of the sums, so that nothing is told after a refresh that was true before it. Readers share the answer and
 * must not change it. What is not final yet is asked for again the next time.
 */
export function remembered<Answer>(
	key: string,
	ask: () => Promise<Answer>,
	isFinal: (answer: Answer) => boolean = () => true
): Promise<Answer> {
	const known = kept.get(key) as Promise<Answer> | undefined;
	if (known) {
		kept.delete(key);
		kept.set(key, known);
		return known;
	}
	const answer = ask();
	kept.set(key, answer);
	answer.then(
		(found) => isFinal(found) || kept.delete(key),
		() => kept.delete(key)
	);
	if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
	return answer;
}
