import adapter from './src/commands/adapter.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter(),
		// web/headers.server.ts checks where forms come from, with the one exception that mail programs need.
		csrf: { trustedOrigins: ['*'] },
		// Scripts and style sheets come from us alone. Style attributes are allowed because the
		// charts drawn on the server carry theirs inline; no attribute can load or run anything.
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				// The preview of a mail: our own page, in a sandbox.
				'frame-src': ['self'],
				'base-uri': ['none'],
				'frame-ancestors': ['none']
			}
		}
	}
};
