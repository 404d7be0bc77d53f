/*
 * Words of the field that mean the same to somebody who searches. Each line holds both languages, since
 * a reader may mix them; a text is found by any of its line. They are written as they are folded for the
 * search: lower case, ä as ae, ß as ss.
 */

/** Expressions of one idea. A long compound stands beside the shorter word that the questions use. */
export const synonyms: readonly (readonly string[])[] = [
	[
		'buendnisfall',
		'beistandspflicht',
		'beistandsfall',
		'beistandsklausel',
		'artikel 5',
		'article 5',
		'article five',
		'artikel fuenf',
		'beistand',
		'collective defence',
		'collective defense',
		'mutual defence',
		'mutual defense',
		'kollektive verteidigung',
		'nato verbuendeten',
		'nato ally'
	],
	['verbuendete', 'ally', 'allies', 'buendnispartner', 'bundesgenosse', 'nato partner'],
	[
		'truppen',
		'troops',
		'soldaten',
		'soldiers',
		'bundeswehr',
		'streitkraefte',
		'armed forces',
		'brigade'
	],
	['militaerische gewalt', 'military force', 'gewalt', 'use force', 'militaereinsatz'],
	['waffen', 'weapons', 'arms', 'waffenlieferung', 'ruestungsgueter', 'arms supplies'],
	['sanktionen', 'sanctions', 'wirtschaftssanktionen', 'embargo', 'strafmassnahmen'],
	[
		'verteidigungsausgaben',
		'defence spending',
		'defense spending',
		'militaerausgaben',
		'wehretat',
		'verteidigungshaushalt',
		'military budget',
		'spending goal'
	],
	['vertrauen', 'confidence', 'trust'],
	['bedrohung', 'threat', 'gefahr', 'danger', 'bedroht'],
	['meinung', 'view of', 'ansehen', 'opinion', 'image'],
	['positiv', 'favorable', 'favourable', 'guenstig', 'positive'],
	['negativ', 'unfavorable', 'unfavourable', 'negative'],
	['schuld', 'blame', 'verantwortlich', 'responsible'],
	['beitritt', 'join', 'mitgliedschaft', 'membership', 'mitglied', 'accession'],
	['amerika', 'america', 'usa', 'vereinigte staaten', 'united states', 'u s', 'us', 'washington'],
	['russland', 'russia', 'moskau', 'moscow', 'kreml', 'kremlin'],
	['nato', 'nordatlantikpakt', 'atlantic alliance', 'otan'],
	['europaeische union', 'european union', 'eu'],
	['baltikum', 'baltic', 'baltikums', 'baltische'],
	['krieg', 'war', 'conflict', 'konflikt'],
	['fuehrung', 'leadership', 'role for germany', 'rolle deutschlands'],
	['energie', 'energy', 'gas']
];

/** Other names of countries, groups, institutes and answers, by their code. */
export const aliases: Readonly<Record<string, readonly string[]>> = {
	usa: ['us', 'u s', 'america', 'amerika', 'american', 'americans', 'amerikaner', 'amerikanern'],
	can: ['canadian', 'canadians', 'kanadier', 'kanadiern'],
	gbr: ['uk', 'britain', 'great britain', 'british', 'grossbritannien', 'briten', 'england'],
	pol: ['polish', 'poles', 'polnisch', 'polnische', 'polinnen'],
	esp: ['spanish', 'spaniards', 'spanier', 'spaniern'],
	fra: ['french', 'franzosen', 'franzoesisch'],
	ita: ['italian', 'italians', 'italiener', 'italienern'],
	deu: [
		'german',
		'germans',
		'deutsche',
		'deutschen',
		'deutscher',
		'bundesbuerger',
		'bundesrepublik'
	],
	tur: ['turkish', 'turks', 'tuerken', 'tuerkiye', 'tuerkisch'],
	rus: ['russians', 'russen'],
	ukr: ['ukrainians', 'ukrainer', 'ukrainern'],
	nld: ['dutch', 'holland', 'niederlaender'],
	cze: ['czechia', 'czechs', 'tschechen'],
	hun: ['hungarians', 'ungarn'],
	grc: ['greeks', 'griechen'],
	swe: ['swedes', 'schweden'],
	east: ['east', 'ost', 'osten', 'ostdeutsche', 'ostdeutschen', 'east germans', 'ddr', 'gdr'],
	west: ['west', 'westen', 'westdeutsche', 'westdeutschen', 'west germans'],
	dk: [
		'unentschieden',
		'unentschiedene',
		'unentschlossen',
		'unentschlossene',
		'undecided',
		'unsure',
		'weiss nicht',
		'don t know',
		'keine angabe',
		'refused'
	],
	women: ['woman', 'female', 'frau', 'weiblich', 'gender', 'geschlecht'],
	men: ['man', 'male', 'mann', 'maennlich', 'gender', 'geschlecht'],
	republican: ['republicans', 'republikaner', 'republican'],
	democrat: ['democrats', 'demokraten', 'democrat'],
	'age-18-29': ['young', 'young people', 'junge', 'jungen', 'jugend'],
	'age-65-plus': ['seniors', 'rentner', 'senioren'],
	'pew-research-center': ['pew'],
	'institut-fur-demoskopie-allensbach': ['allensbach', 'ifd'],
	'infratest-dimap': ['infratest', 'ard', 'deutschlandtrend'],
	'forschungsgruppe-wahlen': ['politbarometer', 'zdf'],
	'tns-emnid': ['emnid'],
	'korber-stiftung': ['koerber']
};

/** Names that stand for every median. */
export const medianWords = ['median', 'medians', 'mediane'] as const;

/** Words with two spellings, British first; either finds the other. */
export const spellings: readonly (readonly [british: string, american: string])[] = [
	['defence', 'defense'],
	['favour', 'favor'],
	['neighbour', 'neighbor'],
	['labour', 'labor'],
	['colour', 'color'],
	['honour', 'honor'],
	['behaviour', 'behavior'],
	['programme', 'program'],
	['centre', 'center'],
	['organisation', 'organization'],
	['organise', 'organize'],
	['armour', 'armor'],
	['licence', 'license'],
	['offence', 'offense']
];

/** Words that carry no meaning of their own in a search or in a pasted sentence. */
export const stopWords: ReadonlySet<string> = new Set(
	(
		'a an and are as at be by for from had has have in into is it its of on or that the their they this to was ' +
		'were which who will with than only more most not no do does did said says say people respondents percent ' +
		'per cent according survey poll aber als am an auch auf aus bei beim da das dass dem den der des die dies ' +
		'diese dieser doch ein eine einem einen einer eines er es fuer gegen haben hat hatte hatten ihr ihre ' +
		'im in ins ist ja man mehr mit nach nicht nur ob oder sagen sagt sagten sei seien sein sich sie sind so ' +
		'um und unter vom von vor war waren was wie wird wurde wurden zu zum zur ueber prozent laut einer umfrage ' +
		'befragten befragte buerger menschen'
	).split(' ')
);

/**
 * Words by which a sentence says that people are against something, or for it; those of six letters and
 * more stand for all that begins with them.
 */
export const directions: Readonly<Record<'no' | 'yes', readonly string[]>> = {
	no: (
		'ab lehnt lehnen lehnte lehnten ablehn abgelehnt ablehnung dagegen nein keine kein nicht verweiger ' +
		'against oppose opposed opposes reject rejects rejected refuse refused not no unfavo negativ'
	).split(' '),
	yes: (
		'dafuer befuerwort unterstuetz zustimm bereit bereitschaft support supports supported favor favour ' +
		'willing ready positiv approve approves agree'
	).split(' ')
};
