-- What a reader can search: one row a question and language. Written by hand, since the schema tool
-- knows no virtual tables. The text is folded before it is stored and before it is asked (fold() in
-- db/fold.ts), so that ü finds ue and ß finds ss; the tokenizer takes care of the other accents.
CREATE VIRTUAL TABLE question_search USING fts5(
	question_id UNINDEXED,
	lang UNINDEXED,
	title,
	wording,
	answers,
	tokenize = "unicode61 remove_diacritics 2",
	prefix = '2 3'
);
-- The article's statements: one row a statement and language, folded in the same way.
CREATE VIRTUAL TABLE claim_search USING fts5(
	claim_id UNINDEXED,
	lang UNINDEXED,
	claim,
	tokenize = "unicode61 remove_diacritics 2",
	prefix = '2 3'
);
-- The same texts by their parts of three letters, so that a word inside a German compound is found:
-- Sanktionen in Wirtschaftssanktionen. Both languages lie in one text.
CREATE VIRTUAL TABLE question_parts USING fts5(question_id UNINDEXED, body, tokenize = "trigram");
CREATE VIRTUAL TABLE claim_parts USING fts5(claim_id UNINDEXED, body, tokenize = "trigram");
