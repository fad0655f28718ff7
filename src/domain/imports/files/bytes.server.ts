import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** A file in pieces so small that what is made of one does not count. */
export const bytesOf = (path: string, signal?: AbortSignal): AsyncIterable<Buffer> =>
	createReadStream(path, { highWaterMark: 65_536, signal });

/** Up to `length` bytes from a place in the file. */
export async function bytesAt(path: string, position: number, length: number): Promise<Buffer> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}
