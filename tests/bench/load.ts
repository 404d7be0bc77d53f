import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { progressOn } from '#db/progress.ts';

/* Load, and what it costs the one who answers: processor time, since that does not depend on who else runs. */

export const hasWrk = spawnSync('wrk', ['--version']).error === undefined;

/** Processor seconds that a process and its children have used so far. */
export function cpuOf(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
	const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
	const own = (Number(fields[11]) + Number(fields[12])) / 100;
	return children
		.split(' ')
		.filter((each) => each !== '')
		.reduce((sum, each) => sum + cpuOf(Number(each)), own);
}

/** Milliseconds of processor that the threads of a process have used so far, to the microsecond. */
export const exactCpuOf = (pid: number): number =>
	readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => {
		try {
			const [used = '0'] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
			return sum + Number(used) / 1e6;
		} catch {
			// It ended since the folder was read.
			return sum;
		}
	}, 0);

/**
 * Requests per processor second of the answering process, over some seconds with 32 connections.
 *
 * @throws {RangeError} if anything but 200 came back
 */
export async function perCore(address: string, pid: number, seconds: number): Promise<number> {
	const before = cpuOf(pid);
	const child = spawn('wrk', [
		...['-t1', '-c32', `-d${seconds}s`, '-H', 'Accept-Encoding: br'],
		address
	]);
	let text = '';
	child.stdout.on('data', (chunk) => (text += chunk));
	await new Promise((resolve) => child.on('close', resolve));
	const used = cpuOf(pid) - before;
	const requests = Number(/(\d+) requests in/.exec(text)?.[1]);
	if (!(requests > 0) || /Non-2xx|Socket errors/.test(text))
		throw new RangeError(`Expected nothing but 200 from ${address}, got: ${text}`);
	return requests / used;
}

/**
 * Two peers in turns, so that whatever else the machine does meets both.
 *
 * @returns requests per processor second of each and the median of their ratios
 */
export async function inTurns(
	one: () => Promise<number>,
	other: () => Promise<number>,
	rounds: number,
	task: string
): Promise<{ one: number; other: number; ratio: number }> {
	const progress = progressOn(process.stderr, task, rounds + 1);
	await one();
	await other();
	const pairs: [number, number][] = [];
	for (let round = 0; round < rounds; round += 1) {
		progress.at(round + 1);
		pairs.push([await one(), await other()]);
	}
	progress.end();
	return {
		one: median(pairs.map(([value]) => value)),
		other: median(pairs.map(([, value]) => value)),
		ratio: median(pairs.map(([a, b]) => a / b))
	};
}

export const median = (values: number[]): number => quantile(values, 0.5);

export const quantile = (values: number[], part: number): number =>
	values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
	NaN;
