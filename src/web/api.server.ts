import type { RequestEvent } from '@sveltejs/kit';
import { Refusal } from '#domain/refusal.ts';
import { figuresForProgram } from '#domain/reviews/server.ts';
import { scopeFromUrl, slices } from '#domain/scope/scope.ts';
import { dayIn } from '#domain/scope/zone.ts';
import { isWeek } from '#domain/scope/week.ts';
import { onlyParameters } from './api-parameters.ts';
import { latestWeek } from './review.server.ts';

/** The figures of a week for a program: the same as on the page. */
export async function figuresFor({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	onlyParameters(url, ['week', ...slices, 'survey', 'accounts']);
	const week = url.searchParams.get('week') ?? (await latestWeek({ locals }));
	if (!isWeek(week)) throw new Refusal('invalid', 'Write the week as 2026-W47.');
	const { db, organisation } = locals;
	return {
		week,
		organisation: organisation.name,
		isDemo: organisation.demoSince !== null,
		figures: await figuresForProgram(
			db,
			scopeFromUrl(week, url.searchParams),
			organisation,
			dayIn(new Date(), organisation.timeZone)
		)
	};
}
