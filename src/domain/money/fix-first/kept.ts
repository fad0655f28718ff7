const mostKept = 200;

/** The same question again is answered from before: for what takes long to draw and depends on its input alone. */
export function keptFor<Input, Output>(answer: (input: Input) => Output): (input: Input) => Output {
	const kept = new Map<string, Output>();
	return (input) => {
		const key = JSON.stringify(input);
		const known = kept.get(key) ?? answer(input);
		kept.delete(key);
		kept.set(key, known);
		if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
		return known;
	};
}
