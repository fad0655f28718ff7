import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { connect } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';
import { cloneOfTemplate, test } from '#tests/db/test.ts';
import { importText } from '#tests/factories/imports.ts';

const file = [
	'customer_id,customer_name,line_id,revenue_kind,amount,currency,booked_on',
	...Array.from({ length: 500 }, (_, i) => `C-${i % 50},Customer ${i % 50},L-${i},recurring,10.00,EUR,2026-01-05`)
].join('\n');

test('the same file twice at once enters once', async () => {
	const { url } = await cloneOfTemplate();
	const [one, other] = [connect(url, { connections: 3 }), connect(url, { connections: 3 })];
	try {
		const mapping = { mapping: { columns: asTheyAre(), constants: {}, source: 'billing', timeZone: 'UTC' } };
		const both = await Promise.all([one, other].map(({ db }) => importText(db, { 'file.csv': file }, mapping)));
		expect(both.map(({ counts }) => counts.revenue.added).sort()).toEqual([0, 500]);
		expect(both.map(({ counts }) => counts.revenue.unchanged).sort()).toEqual([0, 500]);
		expect(
			await row(one.db, sql`select count(*)::int as "lines", sum(amount_minor)::int as "minor" from revenue_line`)
		).toEqual({ lines: 500, minor: 500_000 });
	} finally {
		await one.close();
		await other.close();
	}
});

function asTheyAre() {
	const names = file.split('\n')[0].split(',');
	return Object.fromEntries(names.map((name) => [name, name])) as Record<string, 'amount'>;
}
