import { error, json, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { Busboy } from '@fastify/busboy';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { audit } from '#domain/auth/server.ts';
import { beginRun } from '#domain/imports/server.ts';
import type { ImportFile } from '#domain/imports/import.ts';
import { isDiskFull } from '#platform/disk-full.ts';
import { importedFile, importFolder } from '#platform/imported-files.ts';

/** More in one go is a mistake; what is larger goes in by the command line, which reads from the disk. */
const mostFiles = 20;
const largestFile = 4 * 1024 ** 3;

const onlyFiles = { files: mostFiles, fileSize: largestFile, fields: 0, headerPairs: 50 };

const arrivals = 'arriving-';

/** What was on its way when the server was killed will not arrive any more. */
export async function forgetArrivals(dataDir: string): Promise<void> {
	const folder = join(dataDir, 'imports');
	const names = await readdir(folder).catch(() => []);
	for (const name of names)
		if (name.startsWith(arrivals)) await rm(join(folder, name), { recursive: true, force: true });
}

/** A file did not arrive as it should have. The message is for whoever sent it. */
class Unwelcome extends Error {
	readonly status: number;

	constructor(message: string, status = 400) {
		super(message);
		this.status = status;
	}
}

const noRoom = 'The disk of this machine is full; nothing was kept. Make room, then send the files again.';

/**
 * Streams files to the disk, where nobody reads them before all of them are there whole. What breaks off on the way
 * leaves nothing behind. Names on the disk are ours; what a file was called is only noted.
 */
export async function upload({ request, locals: { db, dataDir, person } }: RequestEvent): Promise<Response> {
	const arriving = join(dataDir, 'imports', `${arrivals}${randomUUID()}`);
	try {
		await mkdir(arriving, { recursive: true, mode: 0o700 });
		const files = await receive(request, arriving);
		const id = await db.transaction(async (tx) => {
			const run = { preset: null, state: 'uploaded', files, mapping: null, startedBy: person!.id } as const;
			const id = await beginRun(tx, { ...run, now: new Date() });
			await audit(tx, person, 'handed over files', `import ${id}`, { files: files.map(({ bytes }) => ({ bytes })) });
			await rename(arriving, importFolder(dataDir, id));
			return id;
		});
		return toThe(`/data/imports/${id}`, request);
	} catch (problem) {
		await rm(arriving, { recursive: true, force: true });
		if (request.body?.locked === false) await request.body.pipeTo(new WritableStream()).catch(() => {});
		if (problem instanceof Unwelcome) error(problem.status, problem.message);
		if (isDiskFull(problem)) error(507, noRoom);
		throw problem;
	}
}

/** A script shows progress and goes on by itself; a form follows. */
function toThe(place: string, request: Request): Response {
	if (request.headers.get('accept') === 'application/json') return json({ place });
	redirect(303, place);
}

/** Takes the files of a form into a folder, all of them or none. */
export async function receive(request: Request, folder: string): Promise<ImportFile[]> {
	const type = request.headers.get('content-type') ?? '';
	if (!request.body || !type.startsWith('multipart/form-data')) throw new Unwelcome('Send files as a form does.');
	const form = new Busboy({ headers: { 'content-type': type }, limits: onlyFiles });
	const kept: Promise<ImportFile | null>[] = [];
	const contents: Readable[] = [];
	form.on('file', (_field, content, name) => {
		contents.push(content);
		const one = keep(content, { name, path: importedFile(folder, kept.length) });
		// Told once all have arrived; until then nobody is waiting for it.
		one.catch(() => {});
		kept.push(one);
	});
	form.on('filesLimit', () => kept.push(Promise.reject(new Unwelcome(`Send at most ${mostFiles} files at once.`))));

	const arrived = pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), form);
	const failure = await arrived.then(
		() => null,
		() => new Unwelcome('The files did not arrive whole; nothing was kept. Send them again.')
	);
	// The parser leaves a file that breaks off waiting for the rest for ever.
	if (failure) for (const content of contents) content.destroy(failure);
	const outcomes = await Promise.allSettled(kept);
	for (const outcome of outcomes)
		if (outcome.status === 'rejected' && outcome.reason instanceof Unwelcome) throw outcome.reason;
	if (failure) throw failure;
	const files = (await Promise.all(kept)).filter((file) => file !== null);
	if (files.length === 0) throw new Unwelcome('Choose a file first.');
	return files;
}

type Incoming = Readable & { truncated?: boolean };

async function keep(content: Incoming, { name, path }: { name: string; path: string }): Promise<ImportFile | null> {
	// A form whose file input was left empty sends one file without name and content.
	if (!name) {
		content.resume();
		return null;
	}
	const hash = createHash('sha256');
	let bytes = 0;
	let lost: unknown = null;
	const lose = (error: unknown) => {
		lost = error;
		return null;
	};
	const file = await open(path, 'w', 0o600).catch(lose);
	try {
		// A browser listens only once it has said all: what finds no room is still read to its end, and let go.
		for await (const chunk of content as AsyncIterable<Buffer>) {
			if (!file || lost) continue;
			hash.update(chunk);
			bytes += chunk.length;
			await file.writeFile(chunk).catch(lose);
			if (lost) await file.truncate(0).catch(() => {});
		}
	} finally {
		await file?.close();
	}
	if (lost) throw isDiskFull(lost) ? new Unwelcome(noRoom, 507) : lost;
	if (content.truncated) throw new Unwelcome(`${shortName(name)} is larger than 4 GB: import it by the command line.`);
	return { name: shortName(name), bytes, sha256: hash.digest('hex') };
}

/** The last part of the name, without what no file is called. */
const shortName = (name: string): string =>
	basename(name.replaceAll('\\', '/'))
		.replace(/[\u0000-\u001f\u007f]/g, '')
		.slice(-200) || 'file';
