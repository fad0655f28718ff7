import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { projectFolder } from '#commands/project.ts';
import type { Measured } from './measure.ts';
import type { Product } from './product.ts';

const client = join(projectFolder, 'build', 'client');

/** What a browser has to fetch before the Review page works, and ECharts, which comes after it has been painted. */
export async function scriptOfFirstView(product: Product): Promise<Measured[]> {
	const { text, preloads } = await product.read(`/review/${product.week}`);
	const named = (text + preloads).matchAll(/_app\/immutable\/[\w./-]+\.js/g);
	const first = new Set([...named].map(([path]) => path));
	let firstView = 0;
	let charts = 0;
	for (const name of await scripts()) {
		const content = await readFile(join(client, name));
		const size = brotliCompressSync(content).length / 1024;
		if (content.includes('ECharts')) charts += size;
		else if (first.has(name)) firstView += size;
	}
	return [
		{
			...{ part: 'script', what: 'script of the first view, compressed', value: firstView, unit: 'kB' },
			...{ goal: '≤ 150 kB', met: firstView > 0 && firstView <= 150 }
		},
		{
			...{ part: 'script', what: 'ECharts, compressed', value: charts, unit: 'kB' },
			...{ goal: '≤ 200 kB', met: charts > 0 && charts <= 200 }
		}
	];
}

async function scripts(): Promise<string[]> {
	const all = await readdir(client, { recursive: true });
	return all.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.js'));
}
