import type { IncomingInvitation, IncomingResponse, IncomingSurvey } from '../../surveys/incoming.ts';
import { metrics, scaleOf, surveyKinds } from '../../surveys/survey.ts';
import type { FileRecord } from '../files/read.server.ts';
import type { Cells } from './cells.ts';
import { Unreadable } from '../unreadable.ts';
import { momentFrom, scoreFrom, wordFrom } from './values.ts';
import type { Reading } from './values.ts';

type About = { key: string; contactKey: string | null; survey: IncomingSurvey };

/** What only somebody who answered says. */
const answering = ['score', 'title', 'comment'] as const;

/** The survey a row belongs to; null for a row about something else. */
export function surveyOf(record: FileRecord, cells: Cells): IncomingSurvey | null {
	const isAnswer = cells.tidy(record, 'responded_at') !== null || cells.tidy(record, 'sent_at') !== null;
	if (!isAnswer) {
		if (answering.some((field) => cells.tidy(record, field) !== null))
			throw new Unreadable('responded_at', 'There is an answer but not when it was given; fill in responded_at.');
		return null;
	}
	const name = needed(cells.tidy(record, 'survey'), 'survey', 'name the survey');
	const kind = needed(
		wordFrom(record, 'survey_kind', cells, surveyKinds),
		'survey_kind',
		'relationship or transactional'
	);
	const metric = needed(wordFrom(record, 'metric', cells, metrics), 'metric', 'nps, csat or ces');
	const touchpoint = cells.tidy(record, 'touchpoint');
	return {
		name,
		kind,
		metric,
		highIsGood: true,
		touchpoint:
			kind === 'transactional' ? needed(touchpoint, 'touchpoint', 'a transactional survey asks about something') : null
	};
}

function needed<Value>(value: Value | null, field: string, what: string): Value {
	if (value === null) throw new Unreadable(field, `${field} is missing: ${what}.`);
	return value;
}

/** The row's own id; without one, whom it concerns and when, which is the same each time the row is sent. */
const idOf = (record: FileRecord, { key, contactKey, survey }: About, cells: Cells, moment: string): string =>
	cells.tidy(record, 'response_id') ?? ['~', survey.name, key, contactKey ?? '', moment].join('|');

export function invitationOf(
	record: FileRecord,
	about: About,
	cells: Cells,
	reading: Reading
): IncomingInvitation | null {
	const sentAt = momentFrom(record, 'sent_at', cells, reading);
	if (sentAt === null) return null;
	return {
		sourceId: idOf(record, about, cells, sentAt),
		customerKey: about.key,
		survey: about.survey.name,
		contactKey: about.contactKey,
		channel: cells.tidy(record, 'channel'),
		sentAt,
		bouncedAt: momentFrom(record, 'bounced_at', cells, reading)
	};
}

/** The answer on a row; null for somebody who was asked and stayed silent. The words are taken exactly as they are. */
export function responseOf(record: FileRecord, about: About, cells: Cells, reading: Reading): IncomingResponse | null {
	const respondedAt = momentFrom(record, 'responded_at', cells, reading);
	const score = scoreFrom(record, cells, scaleOf[about.survey.metric]);
	const title = cells.exactly(record, 'title');
	const comment = cells.exactly(record, 'comment');
	if (respondedAt === null) {
		if (score === null && comment === null && title === null) return null;
		throw new Unreadable('responded_at', 'There is an answer but not when it was given; fill in responded_at.');
	}
	if (score === null && comment === null && title === null)
		throw new Unreadable(
			'score',
			'There is neither a score nor a comment; leave responded_at empty if nobody answered.'
		);

	const sentAt = momentFrom(record, 'sent_at', cells, reading);
	return {
		sourceId: idOf(record, about, cells, sentAt ?? respondedAt),
		customerKey: about.key,
		survey: about.survey.name,
		contactKey: about.contactKey,
		invitationId: sentAt === null ? null : idOf(record, about, cells, sentAt),
		respondedAt,
		score,
		title,
		comment,
		language: cells.tidy(record, 'language'),
		channel: cells.tidy(record, 'channel')
	};
}
