/*
 * What is made of a database once, and forgotten with it. A load opens a new database, so nothing that is
 * remembered here can be of older data than the page it stands on.
 */

/** @returns `make`, called once for each database; what it throws is not remembered */
export function perDatabase<Db extends object, Made>(make: (db: Db) => Made): (db: Db) => Made {
	const once = perDatabaseAndKey((db: Db, _: null) => make(db));
	return (db) => once(db, null);
}

interface Remembering<Wanted> {
	/** What tells one thing that is wanted from another; the thing itself unless told. */
	keyOf?: (wanted: Wanted) => unknown;
	/** Things remembered for a database, those that were asked for last; all unless told. */
	max?: number;
}

/** @returns `make`, called once for each database and each thing that is wanted of it */
export function perDatabaseAndKey<Db extends object, Wanted, Made>(
	make: (db: Db, wanted: Wanted) => Made,
	{ keyOf = (wanted) => wanted, max = Infinity }: Remembering<Wanted> = {}
): (db: Db, wanted: Wanted) => Made {
	const databases = new WeakMap<Db, Map<unknown, { made: Made }>>();
	return (db, wanted) => {
		const known = databases.get(db) ?? new Map<unknown, { made: Made }>();
		databases.set(db, known);
		const key = keyOf(wanted);
		const before = known.get(key);
		// Where all are remembered, it does not matter which was asked for last.
		if (before && max === Infinity) return before.made;
		const found = before ?? { made: make(db, wanted) };
		known.delete(key);
		known.set(key, found);
		if (known.size > max) known.delete(known.keys().next().value);
		return found.made;
	};
}
