import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** Settings of the server, as its command line takes them. */
export type Settings = Record<string, string>;

const usual: Settings = {
	jit: 'off',
	shared_buffers: '256MB',
	work_mem: '32MB',
	max_wal_size: '2GB',
	// Parallel queries draw on this first: the /dev/shm of a container holds 64 MB, and then they fail.
	min_dynamic_shared_memory: '256MB',
	log_checkpoints: 'off',
	// Details and contexts quote rows: customers' words and addresses do not belong in a log.
	log_error_verbosity: 'terse'
};

/** Loopback only, and no socket file: its path could be too long, or its folder closed to us. */
const ours: Settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };

export async function serverArguments(cluster: string, settings: Settings): Promise<string[]> {
	const given = Object.entries({ ...usual, ...settings, ...ours }).flatMap(([name, value]) => [
		'-c',
		`${name}=${value}`
	]);
	return ['-D', cluster, '-p', String(await freePort()), ...given];
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}
