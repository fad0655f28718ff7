import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { InferOutput } from 'valibot';
import { FileProblem } from '#domain/imports/files/problem.ts';
import { fieldsOf } from '#domain/imports/mapping/mapping.ts';
import type { Mapping } from '#domain/imports/mapping/mapping.ts';
import type { Plan, PlannedFile } from '#domain/imports/plan.ts';
import {
	askedToLookAgain,
	claimRun,
	discardRun,
	importRun,
	keepMappingOf,
	rejectsByReason
} from '#domain/imports/server.ts';
import type { ImportRecord } from '#domain/imports/server.ts';
import { isUnderWay } from '#domain/imports/view/state.ts';
import { Refusal } from '#domain/refusal.ts';
import { importFolder, rejectsIn } from '#platform/imported-files.ts';
import { columnsInView } from './columns-in-view.ts';
import { columnsFrom, constantsFrom } from './forms.ts';
import type { MappingFields, WhereForm } from './forms.ts';
import { planOf, progressOf, setOut } from './work.server.ts';

type ImportEvent = RequestEvent<{ id: string }>;

/** A large file takes a while to look at; the page says so rather than keep its reader waiting. */
const longestLook = 2_000;

export async function loadImport({ locals: { db, dataDir, organisation }, params }: ImportEvent) {
	const run = await runOf({ locals: { db }, params });
	const open = run.state === 'uploaded' || run.state === 'checked' || run.state === 'failed';
	return {
		run,
		reading: open ? await readingOf(planOf(db, dataDir, run)) : null,
		progress: isUnderWay(run.state) ? progressOf(run.id) : null,
		rejects: run.counts?.rejected ? await rejectsByReason(rejectsIn(importFolder(dataDir, run.id))) : null,
		removesDemo: organisation.demoSince !== null,
		zone: organisation.timeZone
	};
}

/** The import that an address names. */
export async function runOf({ locals: { db }, params }: { locals: { db: App.Locals['db'] }; params: { id: string } }) {
	const run = /^\d{1,9}$/.test(params.id) ? await importRun(db, Number(params.id)) : null;
	if (!run) error(404, 'There is no such import.');
	return run;
}

/** How the files would be read; or that they are still being looked at, or why they cannot be. */
async function readingOf(planned: Promise<Plan>) {
	const plan = planned.then(
		(plan) => ({ looking: false as const, problem: null, plan: shownPlan(plan) }),
		(problem: unknown) => {
			if (!(problem instanceof FileProblem)) throw problem;
			return { looking: false as const, problem: problem.message, plan: null };
		}
	);
	const patience = pause(longestLook, { looking: true as const, problem: null, plan: null });
	return Promise.race([plan, patience]);
}

const shownPlan = ({ preset, questions, warnings, records, files }: Plan) => ({
	preset,
	questions,
	warnings,
	records,
	files: files.map(shownFile)
});

const shownFile = ({ name, profile, mapping }: PlannedFile) => ({
	name,
	records: profile.records,
	sheets: profile.layout.format === 'excel' ? profile.layout.sheets : [],
	sheet: profile.layout.format === 'excel' ? profile.layout.sheet : null,
	headerRow: profile.header.firstRow,
	source: mapping.source,
	timeZone: mapping.timeZone,
	dates: mapping.dates ?? '',
	decimal: mapping.decimal ?? '',
	constants: mapping.constants,
	allColumns: profile.columns.length,
	columns: columnsInView(
		profile.columns.map(({ name, question, samples }) => {
			const [field = '', also = ''] = fieldsOf(mapping.columns, name);
			return { name, question, samples: samples.slice(0, 3), field, also };
		})
	)
});

export type ShownFile = ReturnType<typeof shownFile>;

/** Keeps how a file's columns are read. */
export async function keepColumns(form: MappingFields, { locals: { db, dataDir }, params }: ImportEvent) {
	const run = await runOf({ locals: { db }, params });
	const file = (await planOf(db, dataDir, run)).files.find((_, i) => i === form.file);
	if (!file) throw new Refusal('not-found', 'There is no such file in this import.');
	const found = columnsFrom(
		form,
		file.profile.columns.map(({ name }) => name)
	);
	if ('problem' in found) throw new Refusal('invalid', found.problem!);
	const mapping: Mapping = {
		columns: found.columns,
		constants: constantsFrom(form),
		source: form.source,
		timeZone: form.timeZone,
		...(form.dates ? { dates: form.dates } : {}),
		...(form.decimal ? { decimal: form.decimal } : {})
	};
	await keepMappingOf(db, run.id, { profile: file.profile, mapping, now: new Date() });
	return { kept: file.name };
}

/** Looks for the table elsewhere in a file. */
export async function lookElsewhere(form: InferOutput<typeof WhereForm>, { locals: { db }, params }: ImportEvent) {
	const { file, sheet, headerRow } = form;
	const where = { ...(sheet ? { sheet } : {}), ...(headerRow ? { headerRow: Number(headerRow) } : {}) };
	await askedToLookAgain(db, (await runOf({ locals: { db }, params })).id, file, where);
}

export const check = (event: ImportEvent) => go(event, { from: ['uploaded', 'checked', 'failed'], dryRun: true });

/** Only what was checked goes in. */
export const bringIn = (event: ImportEvent) => go(event, { from: ['checked'], dryRun: false });

type Step = { from: ImportRecord['state'][]; dryRun: boolean };

async function go({ locals: { db, dataDir, person }, params }: ImportEvent, { from, dryRun }: Step) {
	const run = await runOf({ locals: { db }, params });
	const { questions, preset } = await planOf(db, dataDir, run).catch((problem: unknown) => {
		if (problem instanceof FileProblem) throw new Refusal('invalid', problem.message);
		throw problem;
	});
	if (questions.length > 0) throw new Refusal('invalid', questions[0]);
	if (!(await claimRun(db, run.id, { from, to: dryRun ? 'checking' : 'running', preset })))
		throw new Refusal('conflict', 'Somebody was quicker: look what this import is doing now.');
	void setOut({ db, dataDir, run, dryRun, by: person! });
}

export async function discard({ locals: { db, dataDir, person }, params }: ImportEvent) {
	const { id } = await runOf({ locals: { db }, params });
	await discardRun(db, id, person!);
	await rm(importFolder(dataDir, id), { recursive: true, force: true });
	redirect(303, '/data');
}
