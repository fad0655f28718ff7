import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { receive } from './upload.server.ts';

const sending = (...files: File[]) => {
	const body = new FormData();
	for (const file of files) body.append('files', file);
	return new Request('http://here/data/upload', { method: 'POST', body });
};
/** Longer than what is under way at any moment: it is written while more of it arrives. */
const customers = new File(['customer_id\nA\n'.repeat(200_000)], '../../customers.csv');

test('files arrive whole, under names of our own', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'empty-chair-upload-'));
	const [first, second] = await receive(sending(customers, new File(['x'], 'b.csv')), folder);
	expect([first.name, first.bytes, second.name, second.bytes]).toEqual(['customers.csv', 2_800_000, 'b.csv', 1]);
	expect(await readFile(join(folder, 'file-1'), 'utf8')).toBe(await customers.text());
	await rm(folder, { recursive: true });
});

test.runIf(existsSync('/dev/full'))(
	'a full disk is told once all has been said, or no browser would hear it',
	async () => {
		const folder = await mkdtemp(join(tmpdir(), 'empty-chair-upload-'));
		await symlink('/dev/full', join(folder, 'file-1'));
		const given = sending(customers);
		const said = Buffer.from(await given.arrayBuffer());
		let heard = 0;
		const body = new ReadableStream({
			pull(controller) {
				if (heard === said.length) return controller.close();
				const piece = said.subarray(heard, heard + 65_536);
				heard += piece.length;
				controller.enqueue(piece);
			}
		});
		// Said to whoever streams a body, and not known to the types of browsers.
		const halfDuplex = { duplex: 'half' };
		const request = new Request(given.url, { method: 'POST', headers: given.headers, body, ...halfDuplex });
		await expect(receive(request, folder)).rejects.toThrow('The disk of this machine is full');
		expect(heard).toBe(said.length);
		await rm(folder, { recursive: true });
	}
);
