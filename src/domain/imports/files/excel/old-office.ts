import { FileProblem } from '../problem.ts';

/**
 * The container of Office before 2007, which also holds today's workbooks when they have a password. Its directory lists
 * by name what is inside: Microsoft's [MS-CFB] 2.2 and 2.6.1 say where the directory starts and how names are written.
 */
export const isOldOffice = (head: Buffer): boolean =>
	head.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'));

/** `readAt` gives up to 4,096 bytes from a place in the file. */
export async function refuseOldOffice(head: Buffer, readAt: (position: number) => Promise<Buffer>): Promise<never> {
	const sectorSize = 1 << (head.length > 32 ? head.readUInt16LE(30) : 9);
	const firstSector = head.length > 52 ? head.readUInt32LE(48) : 0;
	const directory = await readAt((firstSector + 1) * sectorSize);
	const holds = (name: string) => directory.includes(Buffer.from(name, 'utf16le'));

	if (holds('EncryptedPackage'))
		throw new FileProblem('This workbook is protected with a password; save it without one and import that.');
	if (holds('Workbook') || holds('Book'))
		throw new FileProblem('This is a workbook from before Excel 2007 (.xls); save it as .xlsx or CSV and import that.');
	throw new FileProblem('This is an old Office document, not a table; save the table as .xlsx or CSV and import that.');
}
