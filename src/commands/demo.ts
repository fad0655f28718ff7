import { loadDemo, removeDemoFor } from '#domain/imports/server.ts';
import { workOutAfterRefresh } from '#domain/money/server.ts';
import { Refusal } from '#domain/refusal.ts';
import { command, CommandProblem } from './fail.ts';
import { withDatabase } from './with-database.ts';

const now = () => new Date();
const say = (line: string) => console.log(line);

await command(async () => {
	const [what] = process.argv.slice(2);
	if (what !== 'load' && what !== 'remove') throw new CommandProblem('npm run demo -- load, or npm run demo -- remove');
	try {
		await withDatabase('demo', async (db, { demoCustomers }) => {
			if (what === 'remove') await removeDemoFor(db, null, now);
			else await db.transaction((tx) => loadDemo(tx, { customers: demoCustomers, now, say }));
			await workOutAfterRefresh(db, { now });
		});
	} catch (error) {
		if (error instanceof Refusal) throw new CommandProblem(error.message);
		throw error;
	}
	say(what === 'remove' ? 'The demo company is gone.' : 'The demo company is here.');
	return 0;
});
