export { erase, wouldErase } from './erasure.server.ts';
export type { KeptFiles, WouldGo } from './erasure.server.ts';
export type { WrittenAbout } from './staff-words.server.ts';
export { loadDemo, removeDemoFor } from './demo.server.ts';
export { askedToLookAgain, discardRun, forgetInterrupted, keepMappingOf } from './draft.server.ts';
export { makeReady } from './make-ready.server.ts';
export { selectBooks as whatWasBroughtIn } from './queries/books.server.ts';
export type { Books } from './queries/books.server.ts';
export { headingsKey, planImport, presets } from './plan.server.ts';
export {
	claimRun,
	insertRun as beginRun,
	selectRun as importRun,
	selectRuns as importRuns,
	selectSources as importSources,
	updateRun
} from './queries/runs.server.ts';
export type { ImportRecord, ImportState, SourceRecord } from './queries/runs.server.ts';
export { hasRejects, rejectsByReason } from './rejects.server.ts';
export { runImport } from './run.server.ts';
export { undoImport } from './undo.server.ts';
export { settleOrganisation, settleRate } from './settle.server.ts';
