import { describe, expect, test } from 'vitest';
import { isForeign, isNearMiss, isOwn, isTracker } from '#lib/view/address-keys.ts';
import { assumptionKeys } from '#lib/view/assumptions.ts';
import { exploreKeys } from '#lib/view/explore/explore-query.ts';
import { parseView, unknownKeys } from '#lib/view/query.ts';
import { listKeys } from '#lib/view/view.ts';
import { getCatalog } from '#lib/server/data/catalog.ts';
import { smallDatabase } from '../../fixtures/small.ts';

/** What campaigns, search engines, mail programs, messengers and caches put behind an address. */
const strange =
	'srsltid gbraid wbraid gad_source _hsenc _hsmi mkt_tok ttclid twclid li_fat_id yclid s_kwcid vero_id ' +
	'oly_enc_id rb_clickid _openstat cmpid ncid sh share feature si source campaign medium content session sid ' +
	'PHPSESSID amp outputType replytocom print page lang locale random timestamp time version ver v2 hash token ' +
	'key id redirect referrer __twitter_impression guccounter smid partner cid ICID ito spm trk ved usg sa ei ' +
	'gs_lcp oq aqs sourceid ie rlz client tracking_id fb_source fb_ref icid mbid sc_campaign __s dm_i epik ' +
	'matomo_campaign piwik_kwd ns_mchannel wprov xing_share ref xtor mtm_campaign pk_kwd at_medium _ t ts cb ' +
	'nocache utm_source utm_whatever fbclid gclid dclid msclkid igshid mc_cid mc_eid _ga wt_mc childId ' +
	'initialWidth parentTitle parentUrl';

/** Slips of the hand, the plural, another case, a form's brackets, a word for the same in German. */
const slips =
	'contry countries Country cuntry sorts sort[] theme_ themes groups answers anwser survy surveys dialekt ' +
	'shapes scal topics questions colums column eastshare east-share BY claims figures stances';

test.each(strange.split(' '))('%s is somebody else’s', (key) => {
	expect(isForeign(key)).toBe(true);
});

test.each(slips.split(' '))('%s was meant to be ours', (key) => {
	expect(isNearMiss(key)).toBe(true);
	expect(unknownKeys(new URLSearchParams([[key, 'x']]), ['country'])).toMatchObject([
		{ kind: 'unknown_key', key }
	]);
});

test('every key that a page reads is ours, and no tracker’s pattern takes it away', () => {
	const read = ['by', 'sort', ...listKeys, ...exploreKeys, ...assumptionKeys];
	expect(read.filter((key) => !isOwn(key) || isTracker(key))).toEqual([]);
});

describe('a view', () => {
	const catalog = getCatalog(smallDatabase(), 'help')!;
	const noticesOf = (query: string) => parseView(new URLSearchParams(query), catalog).notices;

	test('is the same, without a word, whatever others add', () => {
		const added = strange.split(' ').map((key) => `${key}=1`);
		expect(noticesOf(added.join('&'))).toEqual([]);
	});

	test('names a key of another page of ours', () => {
		expect(noticesOf('topic=russia')).toMatchObject([{ kind: 'unknown_key', key: 'topic' }]);
	});
});
