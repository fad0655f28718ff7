import { open } from 'node:fs/promises';

const pieceSize = 65_536;

/**
 * A file in pieces so small that what is made of one does not count. Each is overwritten by the next: a buffer of its own
 * for each would fill the memory until somebody cleans up.
 */
export async function* bytesOf(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
	const file = await open(path);
	try {
		const piece = Buffer.alloc(pieceSize);
		for (;;) {
			signal?.throwIfAborted();
			const { bytesRead } = await file.read(piece, 0, pieceSize, null);
			if (bytesRead === 0) return;
			yield piece.subarray(0, bytesRead);
		}
	} finally {
		await file.close();
	}
}

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
