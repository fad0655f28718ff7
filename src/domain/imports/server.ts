export { loadDemo, loadDemoIfEmpty, removeDemoFor } from './demo.server.ts';
export { headingsKey, planImport, presets } from './plan.server.ts';
export {
	failInterrupted,
	insertRun as beginRun,
	keepMapping,
	selectRun as importRun,
	selectRuns as importRuns,
	updatePlan,
	updateRun
} from './queries/runs.server.ts';
export type { ImportRecord, ImportState } from './queries/runs.server.ts';
export { hasRejects } from './rejects.server.ts';
export { runImport } from './run.server.ts';
export { undoImport } from './undo.server.ts';
export { settleOrganisation, settleRate } from './settle.server.ts';
