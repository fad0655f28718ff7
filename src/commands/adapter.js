import { fileURLToPath } from 'node:url';
import adapterNode from '@sveltejs/adapter-node';

/** The HTTP server that adapter-node puts around an app. */
const files = fileURLToPath(new URL('files', import.meta.resolve('@sveltejs/adapter-node')));

/**
 * adapter-node without its last step, which bundles the whole server once more so that it can be taken to where there is
 * no node_modules. Ours runs where it was built, and whoever starts it first waits for the build.
 *
 * @returns {import('@sveltejs/kit').Adapter}
 */
export default function adapter() {
	const out = 'build';
	return {
		...adapterNode(),
		name: 'adapter-node, in place',
		async adapt(builder) {
			const { base } = builder.config.kit.paths;
			builder.rimraf(out);
			builder.writeClient(`${out}/client${base}`);
			builder.writePrerendered(`${out}/prerendered${base}`);
			await Promise.all([builder.compress(`${out}/client`), builder.compress(`${out}/prerendered`)]);
			builder.writeServer(`${out}/server`);
			builder.copy(files, out, {
				replace: {
					SERVER: './server/index.js',
					MANIFEST: './server/manifest.js',
					BASE: JSON.stringify(base),
					ENV_PREFIX: JSON.stringify(''),
					PRECOMPRESS: 'true',
					PRERENDERED: `new Set(${JSON.stringify(builder.prerendered.paths)})`
				}
			});
		}
	};
}
