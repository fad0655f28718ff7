// Ends with whoever asked for the build, however that ends. An orphan would go on writing while the next start builds anew,
// and pages of which one half is of one build and one of the other never come alive.
process.stdin.on('close', () => process.exit(1)).resume();
process.stdin.unref?.();
process.argv.push('build', '--logLevel', 'error');
await import(new URL('../../node_modules/vite/bin/vite.js', import.meta.url).href);

export {};
