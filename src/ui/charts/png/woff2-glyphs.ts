/** Reads forward through a part of a buffer. */
class Stream {
	at: number;
	readonly bytes: Buffer;

	constructor(bytes: Buffer) {
		this.bytes = bytes;
		this.at = 0;
	}

	byte = () => this.bytes[this.at++];
	int16 = () => this.bytes.readInt16BE((this.at += 2) - 2);
	take = (length: number) => this.bytes.subarray(this.at, (this.at += length));

	/** '255UInt16': one byte below 253, and three codes for what is larger. */
	short(): number {
		const code = this.byte();
		if (code === 253) return this.bytes.readUInt16BE((this.at += 2) - 2);
		if (code === 254) return this.byte() + 506;
		return code === 255 ? this.byte() + 253 : code;
	}
}

const names = ['contours', 'points', 'flags', 'glyphs', 'composites', 'boxes', 'instructions'] as const;
type Streams = Record<(typeof names)[number], Stream>;

/** The outlines and their places, from the packed table (WOFF File Format 2.0, section 5.1). */
export function glyphTables(packed: Buffer): { glyf: Buffer; loca: Buffer } {
	const count = packed.readUInt16BE(4);
	let at = 8 + 4 * names.length;
	const streams = Object.fromEntries(
		names.map((name, i) => [name, new Stream(packed.subarray(at, (at += packed.readUInt32BE(8 + 4 * i))))])
	) as Streams;
	const hasBox = streams.boxes.take(4 * ((count + 31) >> 5));

	const loca = Buffer.alloc(4 * (count + 1));
	const glyphs: Buffer[] = [];
	let length = 0;
	for (let glyph = 0; glyph < count; glyph++) {
		const box = () => (hasBox[glyph >> 3] & (0x80 >> (glyph & 7)) ? streams.boxes.take(8) : null);
		const outline = outlineOf(streams, box);
		glyphs.push(outline);
		loca.writeUInt32BE((length += outline.length), 4 * (glyph + 1));
	}
	return { glyf: Buffer.concat(glyphs), loca };
}

function outlineOf(streams: Streams, box: () => Buffer | null): Buffer {
	const contours = streams.contours.int16();
	if (contours === 0) return Buffer.alloc(0);
	const outline = contours < 0 ? composite(streams, box()!) : simple(streams, contours, box());
	return Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]);
}

function simple(streams: Streams, contours: number, box: Buffer | null): Buffer {
	const ends = Buffer.alloc(2 * contours);
	let points = 0;
	for (let i = 0; i < contours; i++) ends.writeUInt16BE((points += streams.points.short()) - 1, 2 * i);

	const flags = Buffer.alloc(points);
	const [xs, ys] = [Buffer.alloc(2 * points), Buffer.alloc(2 * points)];
	let [x, y] = [0, 0];
	const reach = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
	for (let i = 0; i < points; i++) {
		const flag = streams.flags.byte();
		const [dx, dy] = step(flag & 0x7f, streams.glyphs);
		flags[i] = flag >> 7 ? 0 : 1;
		xs.writeInt16BE(dx, 2 * i);
		ys.writeInt16BE(dy, 2 * i);
		[x, y] = [x + dx, y + dy];
		[reach.left, reach.right] = [Math.min(reach.left, x), Math.max(reach.right, x)];
		[reach.bottom, reach.top] = [Math.min(reach.bottom, y), Math.max(reach.top, y)];
	}
	const instructions = streams.instructions.take(streams.glyphs.short());
	const around = box ?? int16s(reach.left, reach.bottom, reach.right, reach.top);
	return Buffer.concat([int16s(contours), around, ends, int16s(instructions.length), instructions, flags, xs, ys]);
}

/** A glyph of other glyphs, such as a letter with an accent: kept as it is. */
function composite({ composites, glyphs, instructions }: Streams, box: Buffer): Buffer {
	const start = composites.at;
	let instructed = false;
	for (let more = true; more;) {
		const flags = composites.bytes.readUInt16BE(composites.at);
		const scale = flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
		composites.at += 4 + (flags & 0x1 ? 4 : 2) + scale;
		instructed ||= (flags & 0x100) !== 0;
		more = (flags & 0x20) !== 0;
	}
	const parts = [int16s(-1), box, composites.bytes.subarray(start, composites.at)];
	if (instructed) {
		const length = glyphs.short();
		parts.push(int16s(length), instructions.take(length));
	}
	return Buffer.concat(parts);
}

/** From one point to the next: the code says how many bytes follow and how their bits are shared (section 5.2). */
function step(code: number, { byte }: Stream): [dx: number, dy: number] {
	const x = (size: number) => (code & 1 ? size : -size);
	const y = (size: number) => (code & 2 ? size : -size);
	if (code < 10) return [0, x(((code & 14) << 7) + byte())];
	if (code < 20) return [x((((code - 10) & 14) << 7) + byte()), 0];
	if (code < 84) {
		const [bits, both] = [code - 20, byte()];
		return [x(1 + (bits & 0x30) + (both >> 4)), y(1 + ((bits & 0x0c) << 2) + (both & 0x0f))];
	}
	if (code < 120) {
		const bits = code - 84;
		const dx = 1 + (Math.floor(bits / 12) << 8) + byte();
		return [x(dx), y(1 + (((bits % 12) >> 2) << 8) + byte())];
	}
	if (code < 124) {
		const [first, both, last] = [byte(), byte(), byte()];
		return [x((first << 4) + (both >> 4)), y(((both & 0x0f) << 8) + last)];
	}
	const [a, b, c, d] = [byte(), byte(), byte(), byte()];
	return [x((a << 8) + b), y((c << 8) + d)];
}

function int16s(...values: number[]): Buffer {
	const bytes = Buffer.alloc(2 * values.length);
	values.forEach((value, i) => bytes.writeInt16BE(value, 2 * i));
	return bytes;
}
