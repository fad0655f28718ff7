import { actText } from '../voice/keeping/act.ts';
import type { ActKind } from '../voice/keeping/act.ts';
import type { VoiceComment } from '../voice/voice-comment.ts';

export type Side = 'for' | 'against';

/** A comment pinned to an insight, for it or against it. */
export type Pinned = {
	customerId: number;
	responseId: number;
	side: Side;
	pinnedBy: string;
	pinnedAt: Date;
	/** As it is now; null: its words are gone, and `gone` says how. */
	comment: VoiceComment | null;
	gone: string | null;
	/** Its source has corrected it since it was pinned. */
	corrected: boolean;
};

/** A comment that was pinned and taken off again. */
export type TakenOff = Pick<Pinned, 'customerId' | 'responseId' | 'side' | 'pinnedBy'> & {
	takenOffBy: string;
	takenOffAt: Date;
};

/** What stands in the place of words that are gone. */
export function goneText({ erasedAt, goneBy, goneAt, importId }: Gone, dayText: (moment: Date) => string): string {
	const at = erasedAt ?? goneAt;
	const how = erasedAt
		? 'erased at the person’s request'
		: goneBy
			? actText({ kind: goneBy, importId })
			: 'taken back with the import that brought it';
	return `This comment was pinned here. It was ${how}${at ? ` on ${dayText(at)}` : ''}.`;
}

type Gone = { erasedAt: Date | null; goneBy: ActKind | null; goneAt: Date | null; importId: number | null };
