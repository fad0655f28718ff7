import { once } from 'node:events';
import { Agent, get as httpGet } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** Asks a running product for pages as somebody who is signed in. */
export type Asker = {
	/** Milliseconds until the whole page was there. */
	ask(path: string): Promise<number>;
	stop(): Promise<unknown>;
};

type Who = { address: string; cookie: string };
type Question = { id: number; path: string };
type Answer = { id: number; ms: number } | { id: number; problem: string };

/**
 * Asks, and measures, in a thread of its own, which has little in its memory: the one that has made a company up cleans
 * up its own for a tenth of a second now and then, which would be told as the server's.
 */
export function askingAs(who: Who): Asker {
	const worker = new Worker(new URL(import.meta.url), { workerData: who });
	const waiting = new Map<number, PromiseWithResolvers<number>>();
	let asked = 0;
	worker.on('message', (answer: Answer) => {
		const { resolve, reject } = waiting.get(answer.id)!;
		waiting.delete(answer.id);
		if ('ms' in answer) resolve(answer.ms);
		else reject(new Error(answer.problem));
	});
	worker.on('error', (error) => waiting.forEach(({ reject }) => reject(error)));
	return {
		ask: (path) => {
			const question: Question = { id: ++asked, path };
			const answer = Promise.withResolvers<number>();
			waiting.set(question.id, answer);
			worker.postMessage(question);
			return answer.promise;
		},
		stop: () => worker.terminate()
	};
}

const kept = new Agent({ keepAlive: true });

/** As lightly as can be: what the asking takes is on the same processors. */
async function millisecondsOf(path: string, { address, cookie }: Who): Promise<number> {
	const began = performance.now();
	const response = await new Promise<IncomingMessage>((come, fail) =>
		httpGet(address + path, { agent: kept, headers: { cookie } }, come).on('error', fail)
	);
	await once(response.resume(), 'end');
	const ms = performance.now() - began;
	if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}`);
	return ms;
}

if (!isMainThread && parentPort) {
	const port = parentPort;
	port.on('message', ({ id, path }: Question) => {
		millisecondsOf(path, workerData as Who).then(
			(ms) => port.postMessage({ id, ms } satisfies Answer),
			(error: unknown) => port.postMessage({ id, problem: String(error) } satisfies Answer)
		);
	});
}
