import { count } from '#ui/format/number.ts';

type Shown = { file: string; rows: number };

/** Progress for whoever waits: one line that is written over on a terminal, a line now and then elsewhere. */
export function progressLine(say: (line: string) => void, total: number | null) {
	const isTerminal = process.stderr.isTTY;
	let last = 0;
	return {
		show({ file, rows }: Shown): void {
			const now = Date.now();
			if (now - last < (isTerminal ? 200 : 5_000)) return;
			last = now;
			const share = total ? ` (${Math.min(100, Math.round((100 * rows) / total))}%)` : '';
			const line = `${file}: ${count(rows, 'record')}${share}`;
			if (isTerminal) process.stderr.write(`\r\x1b[K${line}`);
			else say(line);
		},
		end(): void {
			if (isTerminal) process.stderr.write('\r\x1b[K');
		}
	};
}
