import { auditLog } from '#domain/auth/server.ts';
import type { PageServerLoad } from './$types';

const pageSize = 100;

export const load: PageServerLoad = async ({ locals: { db, organisation }, url }) => {
	const before = /^\d{1,15}$/.exec(url.searchParams.get('before') ?? '')?.[0];
	const entries = await auditLog(db, { before: before ? Number(before) : null, limit: pageSize });
	return { entries, older: entries.length === pageSize ? entries[pageSize - 1].id : null, zone: organisation.timeZone };
};
