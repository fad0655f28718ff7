import { sql } from 'drizzle-orm';
import { scopeFromUrl } from '#domain/scope/scope.ts';
import type { Db } from '#platform/db/connect.ts';
import type { Measured } from './measure.ts';
import { quantile } from './measure.ts';
import { workOutPrices } from './money.ts';
import type { Product } from './product.ts';

const goalMs = 60;
const times = 100;
/** Before that, so that its code has run often enough to be compiled, and every connection has its statements. */
const warmUps = 60;

/** The Review page as the server answers it, warm, for several filters. */
export async function reviewPage(db: Db, product: Product): Promise<Measured[]> {
	const [some] = [
		...(await db.execute(sql`select segment, region, plan from customer_cell order by customers desc limit 1`))
	];
	const { segment, region, plan } = some as Record<'segment' | 'region' | 'plan', string>;
	const filters: [string, Record<string, string>][] = [
		['no filter', {}],
		['a segment', { segment }],
		['a region', { region }],
		['segment, region and plan', { segment, region, plan }],
		['another survey', { survey: 'csat:support' }]
	];

	const scopes = filters.map(([, filter]) => scopeFromUrl(product.week, new URLSearchParams(filter)));
	await workOutPrices(db, scopes);
	const measured: Measured[] = [];
	for (const [name, filter] of filters) {
		const path = `/review/${product.week}?${new URLSearchParams(filter)}`;
		for (let turn = 0; turn < warmUps; turn++) await product.ask(path);
		const taken: number[] = [];
		for (let turn = 0; turn < times; turn++) taken.push(await product.ask(path));
		const p95 = quantile(taken, 0.95);
		measured.push({
			...{ part: 'pages', what: `Review, ${name}, p95`, value: p95, unit: 'ms' },
			...{ goal: `≤ ${goalMs} ms`, met: p95 <= goalMs }
		});
	}
	return measured;
}

/** Fifty people with the page open, each asking for it again every five seconds, at moments of their own. */
export async function readers(product: Product, random: () => number): Promise<Measured[]> {
	const people = 50;
	const everyMs = 5_000;
	const forMs = 20_000;
	const taken: number[] = [];
	const path = `/review/${product.week}`;

	await Promise.all(
		Array.from({ length: people }, async () => {
			await pause(random() * everyMs);
			for (let left = forMs / everyMs; left > 0; left--) {
				const ms = await product.ask(path);
				taken.push(ms);
				await pause(Math.max(0, everyMs - ms));
			}
		})
	);
	const p95 = quantile(taken, 0.95);
	const memory = await product.peakMemory();
	return [
		{
			...{ part: 'readers', what: '50 readers, a page each every 5 s, p95', value: p95, unit: 'ms' },
			...{ goal: '≤ 250 ms', met: p95 <= 250 }
		},
		...(memory === null
			? []
			: [
					{
						...{ part: 'readers', what: 'most memory of the server', value: memory, unit: 'MB' as const },
						...{ goal: '≤ 400 MB', met: memory <= 400 }
					}
				])
	];
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
