import type { KeptMoney, KeptTrend, SnapshotContent } from './content.ts';

/** What editions held before marks, insights and promises were a part of them. */
type Shape1 = Omit<SnapshotContent, 'shape' | 'money' | 'trend' | 'insights' | 'promises'> & {
	money: Omit<KeptMoney, 'marks'> | null;
	trend: Omit<KeptTrend, 'marks'> | null;
};

const fromShape1 = ({ money, trend, ...kept }: Shape1): SnapshotContent => ({
	...kept,
	shape: 2,
	money: money && { ...money, marks: [] },
	trend: trend && { ...trend, marks: [] },
	insights: null,
	promises: null
});

/** A reader for each shape that was ever written: none is ever changed or taken away. */
const readers: Record<number, (kept: unknown) => SnapshotContent> = {
	1: (kept) => fromShape1(kept as Shape1),
	2: (kept) => kept as SnapshotContent
};

/** What an edition says, from the text that is kept of it; null: in a shape that this version does not know. */
export function readContent(contents: string): SnapshotContent | null {
	const kept = JSON.parse(contents) as { shape: number };
	return readers[kept.shape]?.(kept) ?? null;
}
