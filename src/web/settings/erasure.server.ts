import type { RequestEvent } from '@sveltejs/kit';
import type { InferOutput } from 'valibot';
import { erase, wouldErase } from '#domain/imports/server.ts';
import { Refusal } from '#domain/refusal.ts';
import { keptFiles } from '#platform/imported-files.ts';
import { leftIn, soughtFrom } from './forms.ts';
import type { ErasureForm, SoughtForm } from './forms.ts';

type Event = Pick<RequestEvent, 'locals'>;

/** What would go. The person comes back with the answer to a form, never in an address. */
export async function look(typed: InferOutput<typeof SoughtForm>, { locals: { db, dataDir } }: Event) {
	return { found: await wouldErase(db, sought(typed), keptFiles(dataDir)), typed };
}

export async function eraseFor(
	{ reason, ...typed }: InferOutput<typeof ErasureForm>,
	{ locals: { db, dataDir, person } }: Event
) {
	const files = keptFiles(dataDir);
	const {
		comments,
		answers,
		passages,
		files: imports,
		unsearchable
	} = await erase(db, sought(typed), {
		by: person!,
		reason,
		now: new Date(),
		files,
		leave: leftIn(typed)
	});
	return { erased: { comments, answers, passages, files: imports.length, unsearchable } };
}

function sought(typed: InferOutput<typeof SoughtForm>) {
	const found = soughtFrom(typed);
	if (!found) throw new Refusal('invalid', 'Write an e-mail address, or a customer’s key.');
	return found;
}
