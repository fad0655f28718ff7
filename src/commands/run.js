import module from 'node:module';
import { fileURLToPath } from 'node:url';

// Plain JavaScript on purpose: this runs on whatever Node npm was started with, and must be able to say
// in one sentence that it is too old. Everything behind it is TypeScript that Node runs as it is.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
	console.error(
		`Empty Chair runs on Node 24, which "npm ci" brings along as the package "node"; this is Node ${process.versions.node}. ` +
			'If install scripts are switched off, run "npm rebuild node" once, or start it with Node 24.'
	);
	process.exit(1);
}

const commands = new Set([
	'start',
	'dev',
	'import',
	'figures',
	'demo',
	'verify-voice',
	'erase',
	'new-password',
	'values',
	'judge-bets',
	'check',
	'check-migrations',
	'test',
	'bench'
]);
const [name, ...rest] = process.argv.slice(2);

if (!commands.has(name)) {
	console.error(`There is no command "${name ?? ''}". Commands: ${[...commands].join(', ')}.`);
	process.exit(1);
}
process.argv.splice(2, process.argv.length, ...rest);
// Kept between runs, so that the next one need not compile again: a quicker start. Where it cannot be kept, nothing happens.
module.enableCompileCache?.(fileURLToPath(new URL('../../node_modules/.cache/empty-chair', import.meta.url)));
// Node reads the 179 kB in which drizzle lists what it exports anew for each file that asks for some of it: a second, and
// 190 MB of texts to throw away. Where drizzle's files name one another, there is nothing to look up; what our files name
// is looked up once.
const found = new Map();
module.registerHooks?.({
	resolve(specifier, context, next) {
		const { parentURL = '' } = context;
		if (/^\..*\.js$/.test(specifier) && parentURL.includes('/node_modules/drizzle-orm/'))
			return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
		if (parentURL.includes('/node_modules/') || !specifier.startsWith('drizzle-orm')) return next(specifier, context);
		if (!found.has(specifier)) found.set(specifier, next(specifier, context));
		return { ...found.get(specifier), shortCircuit: true };
	}
});
await import(`./${name}.ts`);

export {};
