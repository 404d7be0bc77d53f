/** A name or address that no other machine can reach. */
export const isThisMachine = (host: string): boolean =>
	/^(localhost|::1|(::ffff:)?127(\.\d{1,3}){3})$/i.test(host);
