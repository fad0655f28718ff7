import { SaxesParser } from 'saxes';
import { FileProblem } from '../problem.ts';

/** What is told of an XML document as it goes by. Names come without their prefix. */
export type XmlListener = {
	open?: (name: string, attributes: Record<string, string>) => void;
	text?: (text: string) => void;
	close?: (name: string) => void;
};

/** Bytes without any tag ending: no cell is as long, and the parser keeps a text until it ends. */
const longestText = 16_000_000;

/** Tells `listener` what XML holds, and yields after each piece with the number of bytes so far. Strict; expands no entities. */
export async function* listenTo(pieces: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<number> {
	const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let [read, lastTag] = [0, 0];
	parser.on('opentag', ({ name, attributes }) => {
		lastTag = read;
		listener.open?.(withoutPrefix(name), attributes);
	});
	parser.on('closetag', ({ name }) => {
		lastTag = read;
		listener.close?.(withoutPrefix(name));
	});
	if (listener.text) {
		parser.on('text', listener.text);
		parser.on('cdata', listener.text);
	}
	for await (const piece of pieces) {
		read += piece.length;
		wellFormed(() => parser.write(decoder.decode(piece, { stream: true })));
		if (read - lastTag > longestText) throw new FileProblem(damaged);
		yield read;
	}
	wellFormed(() => parser.write(decoder.decode()).close());
}

const damaged = 'This workbook is damaged; open it in Excel, save it again and import that.';

function wellFormed(read: () => void) {
	try {
		read();
	} catch (error) {
		throw error instanceof FileProblem ? error : new FileProblem(damaged);
	}
}

const withoutPrefix = (name: string): string => {
	const colon = name.indexOf(':');
	return colon < 0 ? name : name.slice(colon + 1);
};

/** Reads a document that is small enough to be read in one go. */
export async function readXml(pieces: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
	for await (const _ of listenTo(pieces, listener));
}
