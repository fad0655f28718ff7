import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{ ignores: ['.svelte-kit/', 'build/', 'data/', 'drizzle/'] },
	ts.configs.recommended,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: {
			complexity: ['error', 12],
			eqeqeq: 'error',
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
		rules: {
			// Links are plain paths: the product is served from the root of its own address.
			'svelte/no-navigation-without-resolve': 'off',
			'no-restricted-imports': [
				'error',
				{ paths: [{ name: '$app/forms', importNames: ['enhance'], message: 'Take it from #ui/form/enhance.ts.' }] }
			]
		}
	},
	{
		// A formula has no clock, no hidden chance and no machine under it.
		files: ['src/stats/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-globals': ['error', 'process', 'console', 'performance', 'fetch'],
			'no-restricted-properties': [
				'error',
				{ object: 'Math', property: 'random' },
				{ object: 'Date', property: 'now' }
			],
			'no-restricted-syntax': [
				'error',
				{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass the moment in.' }
			]
		}
	},
	{
		// The domain is handed its moment and its randomness.
		files: ['src/domain/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-globals': ['error', 'process', 'console', 'performance', 'fetch'],
			'no-restricted-properties': [
				'error',
				{ object: 'Math', property: 'random' },
				{ object: 'Date', property: 'now' }
			],
			'no-restricted-syntax': [
				'error',
				{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass the moment in.' }
			]
		}
	}
);
