/** Who runs this copy, as the environment says it. */
export interface Operator {
	/** Name and postal address, a line each; none: not given. */
	imprint: string[];
	/** Where errors are reported: `mailto:…` or a web address; null: nowhere. */
	contact: { href: string; label: string } | null;
}

/**
 * The operator from IMPRINT (lines parted by `|`) and CONTACT (a mail address or an https address).
 *
 * A CONTACT that is neither is no link: nothing else may stand behind one.
 */
export function operatorOf(environment: NodeJS.ProcessEnv): Operator {
	const imprint = (environment['IMPRINT'] ?? '')
		.split(/[|\n]/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const contact = (environment['CONTACT'] ?? '').trim();
	if (/^[^\s@:/?&#]+@[^\s@:/?&#]+$/.test(contact))
		return { imprint, contact: { href: `mailto:${contact}`, label: contact } };
	if (/^https:\/\/\S+$/.test(contact) && URL.canParse(contact))
		return { imprint, contact: { href: contact, label: contact } };
	return { imprint, contact: null };
}
