type Batch<Record> = { file: string; records: Record[]; bytes: number | null };

/** Puts small batches of one file together, up to `size` records. */
export async function* inPortions<Record>(
	batches: AsyncIterable<Batch<Record>>,
	size: number
): AsyncGenerator<Batch<Record>> {
	let portion: Batch<Record> | null = null;
	for await (const batch of batches) {
		if (portion && (portion.file !== batch.file || portion.records.length >= size)) {
			yield portion;
			portion = null;
		}
		if (!portion) portion = { ...batch, records: [...batch.records] };
		else {
			for (const record of batch.records) portion.records.push(record);
			portion.bytes = batch.bytes;
		}
	}
	if (portion) yield portion;
}

/** Begins to fetch the next one while the present one is worked on: the file is read while the database writes. */
export async function* ahead<Value>(values: AsyncGenerator<Value>): AsyncGenerator<Value> {
	let next = values.next();
	try {
		for (;;) {
			const { done, value } = await next;
			if (done) return;
			next = values.next();
			// Whoever stops early never looks at this promise; its failure is told by the next turn otherwise.
			next.catch(() => {});
			yield value;
		}
	} finally {
		await values.return(undefined).catch(() => {});
	}
}
