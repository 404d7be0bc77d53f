import { expect, test } from 'vitest';
import { isThisMachine } from '#lib/view/this-machine.ts';
import { isAtThisMachine } from '../../../src/routes/loopback.ts';

test.each<[string, Parameters<typeof isAtThisMachine>[0], boolean]>([
	[
		'the usual',
		{ address: '127.0.0.1', headers: new Headers({ host: 'localhost:3000' }), environment: {} },
		true
	],
	[
		'IPv6',
		{ address: '::1', headers: new Headers({ host: '[::1]:3000' }), environment: { HOST: '::1' } },
		true
	],
	[
		'IPv4 written as IPv6',
		{ address: '::ffff:127.0.0.1', headers: new Headers({ host: '127.0.0.1' }), environment: {} },
		true
	],
	[
		'an origin of this machine',
		{
			address: '127.0.0.1',
			headers: new Headers({ host: 'localhost' }),
			environment: { ORIGIN: 'http://localhost:3000' }
		},
		true
	],
	[
		'another machine',
		{ address: '192.168.0.7', headers: new Headers({ host: 'localhost' }), environment: {} },
		false
	],
	[
		'no connection',
		{ address: undefined, headers: new Headers({ host: 'localhost' }), environment: {} },
		false
	],
	['no host', { address: '127.0.0.1', headers: new Headers(), environment: {} }, false]
])('%s is told right', (_, caller, expected) => {
	expect(isAtThisMachine(caller)).toBe(expected);
});

test('Names that only look like this machine are not', () => {
	expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].every(isThisMachine)).toBe(true);
	expect(
		['localhost.example', '127.0.0.1.example', '0.0.0.0', '::', '', '10.0.0.1'].some(isThisMachine)
	).toBe(false);
});
