/** How many bytes a character takes that begins with this one; 0: none does. */
function lengthFrom(lead: number): number {
	if (lead >= 0xc2 && lead <= 0xdf) return 2;
	if (lead >= 0xe0 && lead <= 0xef) return 3;
	return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;

/** No detours for short characters, no surrogates, nothing beyond Unicode (RFC 3629, section 4). */
function allowsSecond(lead: number, second: number | undefined): boolean {
	if (!isContinuation(second)) return false;
	if (lead === 0xe0) return second! >= 0xa0;
	if (lead === 0xed) return second! <= 0x9f;
	if (lead === 0xf0) return second! >= 0x90;
	return lead !== 0xf4 || second! <= 0x8f;
}

/** Characters beyond ASCII that are well written, and bytes that belong to none. */
export function countSequences(bytes: Uint8Array): { valid: number; invalid: number } {
	let [valid, invalid] = [0, 0];
	for (let i = 0; i < bytes.length; i++) {
		if (bytes[i] < 0x80) continue;
		const length = lengthFrom(bytes[i]);
		let well = length > 0 && allowsSecond(bytes[i], bytes[i + 1]);
		for (let next = 2; well && next < length; next++) well = isContinuation(bytes[i + next]);
		if (well) {
			valid++;
			i += length - 1;
		} else invalid++;
	}
	return { valid, invalid };
}

/** How many bytes at the end may be the beginning of a character that goes on. */
export function incompleteTail(bytes: Uint8Array): number {
	for (let back = 1; back <= 3 && back <= bytes.length; back++) {
		const byte = bytes[bytes.length - back];
		if (isContinuation(byte)) continue;
		return lengthFrom(byte) > back ? back : 0;
	}
	return 0;
}
