import { linkForNewPassword } from '#domain/auth/server.ts';
import { Refusal } from '#domain/refusal.ts';
import { knownAddress } from './address.ts';
import { command, CommandProblem } from './fail.ts';
import { withDatabase } from './with-database.ts';

/** For an administrator whom nobody else can let in again: whoever has the console may make the link. */
await command(async () => {
	const [email, ...rest] = process.argv.slice(2);
	if (!email || rest.length > 0) throw new CommandProblem('npm run new-password -- dana@example.com');
	try {
		await withDatabase('new-password', async (db, settings) => {
			const token = await linkForNewPassword(db, email, { by: null, now: new Date() });
			const address = await knownAddress(settings, process.env);
			console.log('Whoever opens this link chooses a new password (it works once, for a day):');
			console.log(`${address ?? ''}/new-password/${token}`);
			if (!address)
				console.log('Put the address before it at which people open Empty Chair: it does not run here now.');
		});
	} catch (error) {
		if (error instanceof Refusal) throw new CommandProblem(error.message);
		throw error;
	}
	return 0;
});
