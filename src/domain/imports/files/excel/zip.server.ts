import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { FileProblem } from '../problem.ts';

/** Excel's own limits leave a full sheet of 25 columns below this; a zip bomb says more, or turns out to be more. */
const mostUnpacked = 2 ** 31;
const mostEntries = 10_000;

const tooMuch = 'This file unpacks to far more than a workbook holds; export the table as CSV and import that.';
const broken = 'This file is damaged or incomplete; save or download it again.';

/** The files in a zip, by name in lower case, as names in a workbook do not heed case. */
export type Archive = {
	sizeOf: (name: string) => number | null;
	/** Unpacks one file. More bytes than declared, or others than its checksum says, end in a problem. */
	unpack: (name: string, limit?: number) => AsyncGenerator<Buffer>;
	close: () => void;
};

/** Reads the table of contents, and refuses an archive by what that declares before anything is unpacked. */
export async function openArchive(path: string): Promise<Archive> {
	const zip = await openPromise(path, { autoClose: false }).catch(asProblem);
	const entries = new Map<string, Entry>();
	try {
		let unpacked = 0;
		if (zip.entryCount > mostEntries) throw new FileProblem(tooMuch);
		for await (const entry of zip.eachEntry()) {
			unpacked += entry.uncompressedSize;
			if (unpacked > mostUnpacked) throw new FileProblem(tooMuch);
			entries.set(entry.fileName.toLowerCase(), entry);
		}
	} catch (error) {
		zip.close();
		throw error instanceof FileProblem ? error : asProblem(error);
	}
	return {
		sizeOf: (name) => entries.get(name)?.uncompressedSize ?? null,
		unpack(name, limit = mostUnpacked) {
			const entry = entries.get(name);
			if (!entry) throw new FileProblem(broken);
			if (entry.isEncrypted())
				throw new FileProblem('This file is protected with a password; save it without one and import that.');
			if (entry.uncompressedSize > limit) throw new FileProblem(tooMuch);
			return unpacked(zip, entry);
		},
		close: () => zip.close()
	};
}

/** yauzl holds the number of bytes to what was declared; the checksum is ours to compare. */
async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
	let checksum = 0;
	const stream = await zip.openReadStreamPromise(entry).catch(asProblem);
	try {
		for await (const bytes of stream as AsyncIterable<Buffer>) {
			checksum = crc32(bytes, checksum);
			yield bytes;
		}
	} catch (error) {
		throw asProblem(error);
	}
	if (checksum !== entry.crc32) throw new FileProblem(broken);
}

function asProblem(error: unknown): never {
	if (error instanceof FileProblem) throw error;
	// The disk's own troubles have a code; what yauzl and zlib say of a file has none, or one that begins with Z.
	const { code } = error as { code?: string };
	if (code && !code.startsWith('Z')) throw error;
	throw new FileProblem(broken);
}
