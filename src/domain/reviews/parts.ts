/** The parts of a week's page in their usual order. */
export const usualOrder = ['figures', 'money', 'stays', 'months', 'fix', 'insights', 'events', 'decisions'] as const;
export type Part = (typeof usualOrder)[number];

export const partName: Record<Part, string> = {
	figures: 'The figures',
	money: 'Follow the money',
	stays: 'Who stays',
	months: 'Score and revenue by month',
	fix: 'What to fix first',
	insights: 'Insights',
	events: 'What happened',
	decisions: 'Decisions'
};

/** In which order the parts of a week's page are shown; the first one leads. `version` 0: nobody has arranged it. */
export type Arrangement = { parts: Part[]; version: number; arrangedBy: string | null };

export const isPart = (name: string): name is Part => (usualOrder as readonly string[]).includes(name);

/** Any list of names as an order of all parts: those it names first, each once, then the others as usual. */
export const inOrder = (names: readonly string[]): Part[] => [...new Set([...names.filter(isPart), ...usualOrder])];

/** Also for a week that was closed when there were fewer parts. */
export const isUsual = (parts: readonly Part[]): boolean =>
	parts.join() === usualOrder.filter((part) => parts.includes(part)).join();

/** 'up' and 'down' by one place, 'first' to the lead; at the end of the way nothing moves. */
export const moves = ['up', 'down', 'first'] as const;
export type Move = (typeof moves)[number];

export function moved(parts: readonly Part[], part: Part, move: Move): Part[] {
	const at = parts.indexOf(part);
	const to = move === 'first' ? 0 : Math.max(0, Math.min(parts.length - 1, at + (move === 'up' ? -1 : 1)));
	return parts.toSpliced(at, 1).toSpliced(to, 0, part);
}

/** The two charts that stand side by side where they follow one another; everything else has a row of its own. */
const narrow: readonly Part[] = ['stays', 'months'];

export function inRows(parts: readonly Part[]): Part[][] {
	const rows: Part[][] = [];
	for (const part of parts) {
		const last = rows.at(-1);
		if (last?.length === 1 && narrow.includes(part) && narrow.includes(last[0])) last.push(part);
		else rows.push([part]);
	}
	return rows;
}
