/** What may take words away; everything else is refused by the database itself. */
export type ActKind = 'erasure' | 'undo' | 'demo removal';

/** Why words are gone: what was done, by whom, and for what reason. Never the words. */
export type Act = {
	id: number;
	kind: ActKind;
	at: Date;
	/** Null: from the command line. */
	by: string | null;
	reason: string;
	/** The import that was undone. */
	importId: number | null;
	/** How many sealed comments went by it; each version of one counts. */
	comments: number;
};

/** 'withdrawn with import 12' */
export const actText = ({ kind, importId }: Pick<Act, 'kind' | 'importId'>): string =>
	kind === 'erasure'
		? 'erased at a person’s request'
		: kind === 'undo'
			? `withdrawn with import ${importId}`
			: 'removed with the demo company';
