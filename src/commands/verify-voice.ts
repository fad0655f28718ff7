import { parseArgs } from 'node:util';
import { organisationOf } from '#domain/scope/server.ts';
import { sealEndedDays, verifyVoice } from '#domain/voice/server.ts';
import { verdictText } from '#domain/voice/keeping/verdict.ts';
import { command, CommandProblem } from './fail.ts';
import { withDatabase } from './with-database.ts';

const usage = `npm run verify-voice -- [--seal HASH] [--json]
  --seal HASH   a seal that was noted earlier; it must be in the chain
  --json        one line of JSON instead of sentences
Exit code 0: every comment is here as it was written. 1: it is not, and the first day is named.`;

await command(async () => {
	const { seal, json } = readArguments();
	return withDatabase('verify-voice', async (db) => {
		const { timeZone: zone } = await organisationOf(db);
		const now = new Date();
		await sealEndedDays(db, { zone, now });
		const verdict = await verifyVoice(db, { zone, now, noted: seal ?? null });
		if (json) console.log(JSON.stringify(verdict));
		else {
			console.log(verdictText(verdict));
			if (verdict.last)
				console.log(`The last seal is ${verdict.last}. Note it elsewhere: what is before it is then fixed.`);
		}
		return verdict.holds ? 0 : 1;
	});
});

function readArguments() {
	try {
		const { values } = parseArgs({ options: { seal: { type: 'string' }, json: { type: 'boolean' } } });
		if (values.seal !== undefined && !/^[0-9a-f]{64}$/i.test(values.seal))
			throw new Error('A seal is 64 hexadecimal digits.');
		return values;
	} catch (error) {
		throw new CommandProblem(`${(error as Error).message}\n${usage}`);
	}
}
