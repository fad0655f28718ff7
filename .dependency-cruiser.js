/** The concepts of the domain in reading order: each may use those before it, never those after. */
const concepts = [
	'scope',
	'auth',
	'customers',
	'surveys',
	'metrics',
	'voice',
	'money',
	'insights',
	'bets',
	'officer',
	'reviews',
	'snapshots',
	'alerts',
	'imports'
];

const readingOrder = concepts.slice(0, -1).map((concept, i) => ({
	name: `${concept}-reads-no-further`,
	severity: 'error',
	from: { path: `^src/domain/${concept}/`, pathNot: '\\.test\\.ts$' },
	to: { path: `^src/domain/(${concepts.slice(i + 1).join('|')})/` }
}));

const only = (name, from, allowed) => ({
	name,
	severity: 'error',
	from: { path: from, pathNot: '\\.test\\.ts$' },
	to: { path: '^(src|tests)/', pathNot: allowed }
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		{ name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
		...readingOrder,
		only('stats-know-nothing-else', '^src/stats/', '^src/stats/'),
		only('ui-looks-only', '^src/ui/', '^src/(ui|stats)/'),
		only('platform-is-machines', '^src/platform/', '^src/platform/'),
		only(
			'domain-is-handed-everything',
			'^src/domain/',
			'^src/(domain|stats|ui)/|^src/platform/db/(connect|planned-anew|rows|copy)\\.ts$'
		),
		only('web-serves-routes', '^src/web/', '^src/(web|domain|ui)/|^src/platform/'),
		only('routes-translate', '^src/routes/', '^src/(routes|domain|web|ui)/'),
		{
			name: 'another-concepts-queries-stay-closed',
			severity: 'error',
			from: { path: '^src/domain/([^/]+)/', pathNot: '\\.test\\.ts$' },
			to: { path: '^src/domain/[^/]+/queries', pathNot: '^src/domain/$1/' }
		},
		{
			name: 'sql-lives-in-the-domain',
			severity: 'error',
			from: { path: '^src/(routes|ui|web)/' },
			to: { path: '(queries|tables)\\.server\\.ts$|node_modules/(drizzle-orm|postgres)/' }
		},
		{
			name: 'one-home-of-echarts',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/ui/charts/' },
			to: { path: 'node_modules/echarts', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'formulas-have-no-database',
			severity: 'error',
			from: { path: '^src/domain/', pathNot: '(server|\\.server|\\.test)\\.ts$|/view/' },
			to: { path: 'node_modules/(drizzle-orm|postgres)/|^node:', dependencyTypesNot: ['type-only'] }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '\\$types|\\.svelte-kit' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'svelte', 'default'] }
	}
};
