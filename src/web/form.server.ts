import { fail } from '@sveltejs/kit';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { Refusal } from '#domain/refusal.ts';
import { isDiskFull, noRoomToSave } from '#platform/disk-full.ts';
import { log } from '#platform/log.ts';
import { safeError } from '#platform/safe-error.ts';
import type { SentBack } from '#ui/form/sent-back.ts';
import { statusOf } from './answering.ts';
import { withoutNul } from './text-in.ts';

// Said once for every field that names a longest length and nothing more.
v.setSpecificMessage(v.maxLength, ({ requirement }) => `At most ${requirement} characters.`);

type Schema = v.ObjectSchema<v.ObjectEntries, undefined> | v.LooseObjectSchema<v.ObjectEntries, undefined>;

/**
 * Runs `act` on a valid form, or sends the form back with what is wrong and what was typed. The only place that reads
 * FormData. A field whose name starts with an underscore is a secret and never echoed.
 */
export const form =
	<S extends Schema, Event extends RequestEvent, Result>(
		schema: S,
		act: (input: v.InferOutput<S>, event: Event) => Promise<Result>
	) =>
	async (event: Event): Promise<Result | ActionFailure<SentBack>> => {
		const typed = textFields(await event.request.formData());
		const parsed = v.safeParse(schema, typed);
		if (!parsed.success) {
			const issues = v.flatten<S>(parsed.issues).nested as SentBack['issues'];
			return fail(400, { issues: issues ?? {}, message: null, values: withoutSecrets(typed) });
		}
		try {
			return await act(parsed.output, event);
		} catch (problem) {
			const back = (status: number, message: string) =>
				fail(status, { issues: {}, message, values: withoutSecrets(typed) });
			if (problem instanceof Refusal) return back(statusOf[problem.reason], problem.message);
			if (!isDiskFull(problem)) throw problem;
			// An error page would take away what was typed.
			log.error({ route: event.route.id, error: safeError(problem) }, 'the disk is full');
			return back(507, noRoomToSave);
		}
	};

const textFields = (data: FormData): Record<string, string> =>
	Object.fromEntries(
		[...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, withoutNul(value)]] : []))
	);

const withoutSecrets = (typed: Record<string, string>) =>
	Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('_')));
