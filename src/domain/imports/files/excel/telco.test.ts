import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { allRecords } from '#tests/factories/file.ts';
import { profileFile } from '../profile.server.ts';

const telco = new URL('../../../../../../shared/data/telco/', import.meta.url);
const telcoFiles = (await readdir(telco).catch(() => [])).filter((name) => name.endsWith('.xlsx'));
const why = telcoFiles.length === 0 ? ' (skipped: ../shared/data/telco is not here)' : '';

describe.skipIf(telcoFiles.length === 0)(`the workbooks of IBM's telecom${why}`, () => {
	const inTelco = async (name: string) => {
		const path = new URL(name, telco).pathname;
		const profile = await profileFile(path);
		const column = (wanted: string) => profile.columns.findIndex((column) => column.name === wanted);
		const records = await allRecords(path, profile);
		return { records, valuesOf: (wanted: string) => records.map(({ fields }) => fields[column(wanted)]) };
	};
	const sum = (values: string[]) => values.reduce((total, value) => total + Number(value), 0);

	test('hold 7,043 customers, of whom 1,869 left', async () => {
		const { records, valuesOf } = await inTelco('Telco_customer_churn_status.xlsx');
		expect(records).toHaveLength(7_043);
		expect(records.filter(({ problem }) => problem)).toEqual([]);
		expect(sum(valuesOf('Churn Value'))).toBe(1_869);
	});

	test('and revenue of 21,371,131.69', async () => {
		const { valuesOf } = await inTelco('Telco_customer_churn_services.xlsx');
		expect(sum(valuesOf('Total Revenue'))).toBeCloseTo(21_371_131.69, 2);
	});

	test('and charges of 456,116.60 a month', async () => {
		const { valuesOf } = await inTelco('Telco_customer_churn.xlsx');
		expect(sum(valuesOf('Monthly_Charges'))).toBeCloseTo(456_116.6, 2);
	});
});
