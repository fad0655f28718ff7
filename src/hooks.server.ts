import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { forgetExpiredSessions } from '#domain/auth/server.ts';
import { forgetInterrupted } from '#domain/imports/server.ts';
import { organisationOf } from '#domain/scope/server.ts';
import { connect } from '#platform/db/connect.ts';
import type { Connection } from '#platform/db/connect.ts';
import { isDiskFull, noRoomToSave } from '#platform/disk-full.ts';
import { log } from '#platform/log.ts';
import { safeError } from '#platform/safe-error.ts';
import { settingsFrom } from '#platform/settings.ts';
import { whenStopping } from '#platform/stopping.ts';
import { keepClosingWeeks } from '#jobs/close-weeks.ts';
import { keepJudgingBets } from '#jobs/judge-bets.ts';
import { keepSealing } from '#jobs/seal-days.ts';
import { keepSendingSnapshots } from '#jobs/snapshots.ts';
import { regularly } from '#jobs/regularly.ts';
import { revalue, whenRevalued } from '#web/beside-work.server.ts';
import { forgetArrivals } from '#web/data/upload.server.ts';
import { guard, recognise } from '#web/guard.server.ts';
import { headers, modest, ownForms, readable } from '#web/headers.server.ts';
import { somebodyAsks } from '#web/quiet.server.ts';
import { readingAhead } from '#web/read-ahead.server.ts';
import { liveFrom } from '#web/voice/live.server.ts';

let connection: Connection;

/** The command that serves has started and migrated the database, and says by `DATABASE_URL` where it is. */
export const init: ServerInit = async () => {
	const databaseUrl = process.env.DATABASE_URL ?? '';
	connection = connect(databaseUrl, { connections: 12, name: 'empty-chair web' });
	liveFrom(connection.sql);
	await forgetInterrupted(connection.db, new Date());
	await forgetExpiredSessions(connection.db);
	await forgetArrivals(settingsFrom(process.env).dataDir);
	keepClosingWeeks(connection.db);
	keepJudgingBets(connection.db);
	keepSealing(connection.db);
	whenStopping(keepSendingSnapshots(connection, { databaseUrl, settings: settingsFrom(process.env) }));
	const notAhead = 'the latest weeks could not be read ahead';
	const reading = readingAhead(connection.db, (error) => log.error({ error: safeError(error) }, notAhead));
	// Choices take as long as readers keep coming: nobody waits for them.
	const readAhead = async () => void (await reading());
	regularly(notAhead, readAhead);
	whenRevalued(readAhead);
	void revalue();
};

const provide: Handle = async ({ event, resolve }) => {
	somebodyAsks();
	event.locals.db = connection.db;
	event.locals.dataDir = settingsFrom(process.env).dataDir;
	event.locals.organisation = await organisationOf(connection.db);
	return resolve(event);
};

export const handle = sequence(headers, readable, ownForms, modest, provide, recognise, guard);

/** What went wrong is for the log; a reader learns that it did, and a number to ask about. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status < 500) return { message };
	const id = crypto.randomUUID().slice(0, 8);
	log.error({ id, route: event.route.id, method: event.request.method, error: safeError(error) }, 'request failed');
	if (isDiskFull(error)) return { message: noRoomToSave };
	return { message: `Something went wrong on our side. If it goes on, tell your administrator this number: ${id}.` };
};
