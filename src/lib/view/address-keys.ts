import { distance } from 'fastest-levenshtein';

/*
 * Which keys of an address are ours. Every system that passes a link on adds keys of its own: trackers,
 * campaigns, cache-busters. Nobody can list them, so the rule runs the other way round: a key is somebody
 * else's unless it is one of ours, or so close to one that a reader is likelier to have mistyped it.
 */

/** Keys that say how something is shown, and are no part of a view. */
const presentationKeys = [
	'theme',
	'w',
	'scale',
	'card',
	'plain',
	'transparent',
	'static',
	'dialect',
	'shape',
	'download',
	'v'
] as const;

/** Every other key that some page of ours reads. A test holds the lists of the pages against it. */
const viewKeys =
	'by survey country group answer sort claim east_share deff n ' +
	'topic question institute year status sides claimed q rows columns measure pin cell ' +
	'from a b overlap stance figure variable region sex age';

const ownKeys: readonly string[] = viewKeys.split(' ').concat(presentationKeys);

/**
 * Keys of trackers and hosts that are met most, whatever ours may come to be: what they add is dropped
 * before an address is looked up among the replies that are kept.
 */
const trackers =
	/^((utm|mtm|pk|piwik|at|hsa|wt|gad|mc|sc)_.*|_hs(enc|mi)|_ga|_gl|(fb|g|dc|tt|tw|ms|y)clid|[gw]braid|srsltid|igsh(id)?|mkt_tok|xtor|share|feature|ref|ref_src|_|ts|cb|nocache|childId|initialWidth|parent(Title|Url))$/;

export const isTracker = (key: string): boolean => trackers.test(key);

/** Shorter keys than this are close to nearly everything. */
const shortest = 4;

/** Letters by which a key may differ and still be meant. */
const slips = (length: number): number => (length < 8 ? 1 : 2);

/** Letters in another order, as in `anwser`, are one slip and not two. */
const sorted = (word: string): string => [...word].sort().join('');

const plain = (key: string): string => key.toLowerCase().replace(/[-_\s[\]]/g, '');

/** Whether a key was probably meant to be this one: `contry`, `Country`, `countries`, `sort[]`. */
function isSlipOf(own: string, given: string): boolean {
	const [wanted, found] = [plain(own), plain(given)];
	if (wanted === found) return own !== given;
	if (wanted.length < shortest || found.length < shortest) return false;
	const stem = wanted.replace(/s$|y$/, '');
	if (found.startsWith(stem) && found.length - stem.length <= 3) return true;
	if (sorted(wanted) === sorted(found)) return true;
	return distance(wanted, found) <= slips(Math.min(wanted.length, found.length));
}

export const isPresentation = (key: string): boolean =>
	presentationKeys.some((each) => each === key);

/** Whether some page of ours reads the key. */
export const isOwn = (key: string): boolean => ownKeys.includes(key);

/** Whether a key is one of ours with a slip of the hand. */
export const isNearMiss = (key: string): boolean =>
	!isOwn(key) && !isTracker(key) && ownKeys.some((own) => isSlipOf(own, key));

/** Whether a key belongs to somebody else and changes nothing. */
export const isForeign = (key: string): boolean => !isOwn(key) && !isNearMiss(key);
