import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** Fails unless every number of `wanted` is met by the number at the same place in `actual`, to the relative tolerance. */
export function expectClose(actual: unknown, wanted: unknown, tolerance: number): void {
	expect(misses(actual, wanted, tolerance)).toEqual([]);
}

function misses(actual: unknown, wanted: unknown, tolerance: number, at = 'value'): string[] {
	if (typeof wanted === 'number') {
		const error = Math.abs(Number(actual) - wanted) / Math.max(Math.abs(wanted), 1e-12);
		return error <= tolerance ? [] : [`${at}: ${String(actual)} is not ${wanted} (relative error ${error})`];
	}
	if (wanted === null || typeof wanted !== 'object') {
		return actual === wanted ? [] : [`${at}: ${String(actual)} is not ${String(wanted)}`];
	}
	return Object.entries(wanted).flatMap(([key, part]) =>
		misses((actual as Record<string, unknown> | null | undefined)?.[key], part, tolerance, `${at}.${key}`)
	);
}

/** The worst relative error of two lists of numbers. */
export const worstError = (actual: ArrayLike<number>, wanted: ArrayLike<number>) =>
	Math.max(...Array.from(wanted, (value, i) => Math.abs(actual[i] - value) / Math.max(Math.abs(value), 1e-12)));

const sharedData = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/** True when the data sets that may not be copied into the project lie beside it. */
export const haveShared = (path: string) => existsSync(sharedData + path);

/** Text of a data set beside the project, without carriage returns. */
export const sharedText = (path: string) => readFileSync(sharedData + path, 'utf8').replaceAll('\r', '');

/** Rows of a plain CSV beside the project (no quotes), as records of text. */
export function sharedCsv(path: string): Record<string, string>[] {
	const [header, ...lines] = sharedText(path).trim().split('\n');
	const names = header.split(',');
	return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
}

/** The result, which must be fit to be shown. */
export function ok<T extends { status: string }>(result: T): Exclude<T, { status: 'not_estimable' }> {
	expect(result, JSON.stringify(result)).toMatchObject({ status: 'ok' });
	return result as Exclude<T, { status: 'not_estimable' }>;
}

/** True for a result that is silent with a reason, or that is shown and holds no NaN or infinity anywhere. */
export function saysSomething(result: unknown): boolean {
	if (typeof result === 'number') return Number.isFinite(result);
	if (result === null || typeof result !== 'object') return true;
	if (ArrayBuffer.isView(result)) return Array.from(result as unknown as Iterable<number>).every(Number.isFinite);
	return Object.values(result).every(saysSomething);
}
