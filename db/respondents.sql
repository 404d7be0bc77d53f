-- The respondents of one imported file. Lies in db/local, is loaded by nothing, and is read by the
-- analyst's crosstab alone.

-- The one row says which file, and how it is read: the mapping of the import as JSON.
CREATE TABLE file (
	one INTEGER PRIMARY KEY CHECK (one = 1),
	rows INTEGER NOT NULL,
	sha256 TEXT NOT NULL,
	is_synthetic INTEGER NOT NULL,
	mapping TEXT NOT NULL
);

-- One row is one numeric variable: what the file says of it, and its values, one a respondent.
-- codes: JSON, [code, label, respondents with it] in the order of the codes; NULL: too many to be answers.
-- missing: JSON, the codes that the file declares to be no answers.
CREATE TABLE variables (
	name TEXT PRIMARY KEY,
	place INTEGER NOT NULL,
	label TEXT NOT NULL,
	codes TEXT,
	missing TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('u8', 'i16', 'f64')),
	data BLOB NOT NULL
) WITHOUT ROWID;
