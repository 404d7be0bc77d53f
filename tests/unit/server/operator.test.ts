import { expect, test } from 'vitest';
import { operatorOf } from '#lib/server/pages/operator.ts';

test.each([
	['a@b.example', 'mailto:a@b.example'],
	['https://b.example/report', 'https://b.example/report'],
	['javascript:alert(1)', undefined],
	['http://b.example', undefined],
	['a@b.example?bcc=c@d.example', undefined],
	['', undefined],
	[undefined, undefined]
])('operatorOf makes of CONTACT %s the link %s', (given, href) => {
	const environment = given === undefined ? {} : { CONTACT: given };
	expect(operatorOf(environment).contact?.href).toBe(href);
});

test('operatorOf parts IMPRINT at bars and leaves out what is empty', () => {
	expect(operatorOf({ IMPRINT: ' Name | | Street 1|Town ' }).imprint).toEqual([
		'Name',
		'Street 1',
		'Town'
	]);
	expect(operatorOf({}).imprint).toEqual([]);
});
