import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const switches = [
	'--no-sandbox',
	'--disable-gpu',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--font-render-hinting=none'
];

/** A headless browser: the one that npm brought where it has a build, else an installed Chrome or Chromium. */
export async function launchBrowser(): Promise<Browser> {
	if (process.platform === 'linux' && process.arch === 'x64')
		return chromium.launch({ ...(await packagedChromium()), args: switches, headless: true });

	const installed = ['chrome', 'chromium', 'msedge'];
	for (const channel of installed) {
		const browser = await chromium.launch({ channel, args: switches, headless: true }).catch(() => null);
		if (browser) return browser;
	}
	throw new Error(
		`No browser was found for the tests: install Chrome or Chromium (looked for ${installed.join(', ')}).`
	);
}

/**
 * The package unpacks itself into the folder for temporary files, where another user's or version's copy may lie: so
 * it gets a folder of its own. Told that it runs in a function service, it also brings the libraries and fonts that a
 * bare machine lacks.
 */
async function packagedChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
	const before = { ...process.env };
	const folder = join(tmpdir(), `empty-chair-chromium-${userInfo().uid}`);
	await mkdir(folder, { recursive: true });
	Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' });
	try {
		const { default: packaged } = await import('@sparticuz/chromium');
		const executablePath = await packaged.executablePath();
		const env = { ...process.env, TMPDIR: before.TMPDIR ?? tmpdir(), FONTCONFIG_FILE: await fontsIn(folder) };
		return { executablePath, env: env as Record<string, string> };
	} finally {
		for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
		Object.assign(process.env, before);
	}
}

/**
 * The package's own list of fonts names the folder it usually unpacks into. Without any font a browser dies at the first
 * letter that a page's own fonts lack; those of the machine serve as well, where it has some.
 */
async function fontsIn(folder: string): Promise<string> {
	const list = join(folder, 'fonts.conf');
	const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
	await writeFile(
		list,
		`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((one) => `<dir>${one}</dir>`).join('\n')}
<cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
	);
	return list;
}
