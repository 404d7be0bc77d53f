-- For those who open the file itself: all figures with the labels of their codes, under the names that the
-- CSV files use, and what must be known before they are used. The site does not read these two.
CREATE VIEW labelled_figures AS
SELECT
	f.figure_id,
	f.survey_id,
	s.title_en AS survey_title_en,
	s.title_de AS survey_title_de,
	s.organisation,
	s.year,
	s.fieldwork_start,
	s.fieldwork_end,
	f.question_id,
	q.short_title_en AS question_title_en,
	q.short_title_de AS question_title_de,
	i.number AS question_number,
	i.wording_en AS question_text_en,
	i.wording_de AS question_text_de,
	i.wording_de_origin AS question_text_de_origin,
	i.wording_status AS question_text_status,
	f.population_id,
	p.label_en AS population_label_en,
	p.label_de AS population_label_de,
	CASE p.kind WHEN 'country' THEN upper(f.population_id) END AS country_iso3,
	f.dimension,
	f.group_id,
	g.label_en AS group_label_en,
	g.label_de AS group_label_de,
	f.answer_id,
	a.sort AS answer_order,
	a.label_en AS answer_label_en,
	a.label_de AS answer_label_de,
	a.kind AS answer_kind,
	f.pct,
	f.absence,
	f.status,
	f.confidence,
	f.n AS n_unweighted,
	f.ci95_low,
	f.ci95_high,
	f.note_en AS note,
	f.note_de,
	o.title AS source_title,
	o.url AS source_url,
	v.version AS data_version
FROM figures f
JOIN surveys s ON s.survey_id = f.survey_id
JOIN questions q ON q.question_id = f.question_id
JOIN items i ON i.survey_id = f.survey_id AND i.question_id = f.question_id
JOIN populations p ON p.population_id = f.population_id
JOIN groups g ON g.dimension = f.dimension AND g.group_id = f.group_id
JOIN answers a ON a.question_id = f.question_id AND a.answer_id = f.answer_id
JOIN sources o ON o.source_id = f.lead_source_id
CROSS JOIN data_version v;

CREATE TABLE about (
	subject TEXT PRIMARY KEY,
	text_en TEXT NOT NULL,
	text_de TEXT NOT NULL
);
