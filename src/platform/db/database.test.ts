import { expect, test } from 'vitest';
import { whyUnfit } from './database.ts';

const fit = { version: 15, encoding: 'UTF8', readOnly: false, mayMakeSchemas: true, mayMakeTables: true };

test('a database that will not do is told in one sentence that says what to do', () => {
	expect(whyUnfit(fit)).toBeNull();
	expect(whyUnfit({ ...fit, version: 14 })).toContain('needs 15 or newer');
	expect(whyUnfit({ ...fit, encoding: 'LATIN1' })).toContain("encoding 'UTF8'");
	expect(whyUnfit({ ...fit, readOnly: true })).toContain('name the server that takes changes');
	for (const right of ['mayMakeSchemas', 'mayMakeTables'])
		expect(whyUnfit({ ...fit, [right]: false })).toContain('may not make tables');
});
