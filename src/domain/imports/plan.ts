import type { FileProfile } from './files/file-profile.ts';
import type { Mapping } from './mapping/mapping.ts';
import type { TranslatedBatch } from './translated.ts';

/** A file on this machine that somebody wants in. */
export type FileOnDisk = { path: string; name: string };

/** A file with what it is and how its columns are read. */
export type PlannedFile = FileOnDisk & { profile: FileProfile; mapping: Mapping };

/** How files are going to be read, before anything is written. */
export type Plan = {
	/** 'template', 'olist', or 'mapped' by hand. */
	preset: string;
	source: string;
	/** Zone of times that name none. */
	timeZone: string;
	/** Empty for presets that read a whole folder in their own way. */
	files: PlannedFile[];
	/** What has to be answered first; a file with an open question is not read. */
	questions: string[];
	warnings: string[];
	/** Records to be read, for progress; null: not counted. */
	records: number | null;
	batches: (signal?: AbortSignal) => AsyncIterable<TranslatedBatch>;
};
