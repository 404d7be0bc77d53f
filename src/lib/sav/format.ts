// Number of a print format in the file → its name. PSPP developer's guide, "Variable Record".
const FORMATS: Record<number, string> = {
	1: 'A',
	2: 'AHEX',
	3: 'COMMA',
	4: 'DOLLAR',
	5: 'F',
	6: 'IB',
	7: 'PIBHEX',
	8: 'P',
	9: 'PIB',
	10: 'PK',
	11: 'RB',
	12: 'RBHEX',
	15: 'Z',
	16: 'N',
	17: 'E',
	20: 'DATE',
	21: 'TIME',
	22: 'DATETIME',
	23: 'ADATE',
	24: 'JDATE',
	25: 'DTIME',
	26: 'WKDAY',
	27: 'MONTH',
	28: 'MOYR',
	29: 'QYR',
	30: 'WKYR',
	31: 'PCT',
	32: 'DOT',
	33: 'CCA',
	34: 'CCB',
	35: 'CCC',
	36: 'CCD',
	37: 'CCE',
	38: 'EDATE',
	39: 'SDATE',
	40: 'MTIME',
	41: 'YMDHMS'
};

const DATES = new Set('DATE DATETIME ADATE JDATE MOYR QYR WKYR EDATE SDATE YMDHMS'.split(' '));
// Written without ".0".
const WHOLE = new Set([...DATES, 'TIME', 'DTIME', 'MTIME', 'WKDAY', 'MONTH', 'PIBHEX', 'RBHEX']);

/**
 * A print format as SPSS writes it: 'F8.2', 'A20', 'DATE11'.
 *
 * @param packed from the high byte down: unused, type, width, decimals
 * @param stringWidth bytes; 0 for a number. A number format on a string, or the other way round, is the
 * writer's mistake and becomes A with the string's width, or F8.2.
 */
export function formatOf(packed: number, stringWidth: number): string {
	const name = FORMATS[(packed >> 16) & 0xff];
	const width = (packed >> 8) & 0xff;
	const decimals = packed & 0xff;
	const isText = name === 'A' || name === 'AHEX';
	if (stringWidth > 0) return isText && stringWidth <= 255 ? `${name}${width}` : `A${stringWidth}`;
	if (!name || isText) return 'F8.2';
	return WHOLE.has(name) && decimals === 0 ? `${name}${width}` : `${name}${width}.${decimals}`;
}

/** True for formats whose numbers are seconds since 14 October 1582; not for durations or weekdays. */
export function isDateFormat(format: string): boolean {
	return DATES.has(format.replace(/[\d.]+$/, ''));
}

// From 14 October 1582, 0:00, to 1 January 1970, 0:00.
const SECONDS_TO_1970 = 12_219_379_200;

/**
 * A date or date-time value as a Date, in UTC: SPSS knows no time zones.
 *
 * @param seconds since 14 October 1582, the eve of the Gregorian calendar
 * @returns undefined for NaN (system-missing) and for what no Date can hold
 */
export function toDate(seconds: number): Date | undefined {
	const date = new Date(Math.round((seconds - SECONDS_TO_1970) * 1000));
	return Number.isNaN(date.getTime()) ? undefined : date;
}
