CREATE TABLE `groups` (
	`dimension` text NOT NULL,
	`group_id` text PRIMARY KEY NOT NULL,
	`sort` integer NOT NULL,
	`population_id` text,
	`label_en` text NOT NULL,
	`label_de` text NOT NULL,
	`in_en` text NOT NULL,
	`in_de` text NOT NULL,
	`definition_en` text,
	`definition_de` text,
	`note_en` text,
	`note_de` text,
	FOREIGN KEY (`population_id`) REFERENCES `populations`(`population_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_dimension_code" CHECK(dimension IN ('total', 'region', 'gender', 'age', 'party'))
);

CREATE UNIQUE INDEX `group_dimension` ON `groups` (`dimension`,`group_id`);
CREATE TABLE `median_members` (
	`median_id` text NOT NULL,
	`member_id` text NOT NULL,
	PRIMARY KEY(`median_id`, `member_id`),
	FOREIGN KEY (`median_id`) REFERENCES `populations`(`population_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `populations`(`population_id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `populations` (
	`population_id` text PRIMARY KEY NOT NULL,
	`sort` integer NOT NULL,
	`kind` text NOT NULL,
	`label_en` text NOT NULL,
	`label_de` text NOT NULL,
	`in_en` text NOT NULL,
	`in_de` text NOT NULL,
	`note_en` text,
	`note_de` text,
	CONSTRAINT "population_kind" CHECK(kind IN ('country', 'median'))
);

CREATE TABLE `sources` (
	`source_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text,
	`publisher` text,
	`author` text,
	`date` text,
	`url` text,
	`transcription_en` text,
	`transcription_de` text,
	`note_en` text,
	`note_de` text,
	`title_lang` text,
	CONSTRAINT "source_kind" CHECK(kind IN ('publisher_chart', 'publisher_report', 'publisher_slides', 'dataset_extract', 'synthetic', 'press', 'blog')),
	CONSTRAINT "source_named" CHECK(title IS NOT NULL OR publisher IS NOT NULL)
);

CREATE TABLE `survey_sources` (
	`survey_id` text NOT NULL,
	`source_id` text NOT NULL,
	`sort` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `source_id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`survey_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`source_id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `surveys` (
	`survey_id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`sponsor_en` text,
	`sponsor_de` text,
	`title_en` text NOT NULL,
	`title_de` text NOT NULL,
	`year` integer NOT NULL,
	`fieldwork_start` text,
	`fieldwork_end` text,
	`fieldwork_note_en` text,
	`fieldwork_note_de` text,
	`target_population_en` text,
	`target_population_de` text,
	`mode_germany` text,
	`n_total` integer,
	`n_germany` integer,
	`moe_min_pts` real,
	`moe_max_pts` real,
	`moe_germany_pts` real,
	`moe_note_en` text,
	`moe_note_de` text,
	`east_west_definition_en` text,
	`east_west_definition_de` text,
	`report_title` text,
	`report_url` text,
	`notes_en` text,
	`notes_de` text,
	CONSTRAINT "survey_mode" CHECK(mode_germany IN ('telephone', 'face-to-face', 'online')),
	CONSTRAINT "survey_n" CHECK(n_total > 0 AND n_germany > 0)
);

CREATE TABLE `answer_parts` (
	`question_id` text NOT NULL,
	`net_id` text NOT NULL,
	`part_id` text NOT NULL,
	PRIMARY KEY(`question_id`, `net_id`, `part_id`),
	FOREIGN KEY (`question_id`,`net_id`) REFERENCES `answers`(`question_id`,`answer_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`,`part_id`) REFERENCES `answers`(`question_id`,`answer_id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `answers` (
	`question_id` text NOT NULL,
	`answer_id` text NOT NULL,
	`sort` integer NOT NULL,
	`label_en` text NOT NULL,
	`label_de` text NOT NULL,
	`kind` text NOT NULL,
	`pole` text,
	PRIMARY KEY(`question_id`, `answer_id`),
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`question_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "answer_kind" CHECK(kind IN ('substantive', 'dont_know', 'volunteered', 'net')),
	CONSTRAINT "answer_pole" CHECK(pole IN ('yes', 'no'))
);

CREATE UNIQUE INDEX `answer_sort` ON `answers` (`question_id`,`sort`);
CREATE TABLE `item_populations` (
	`survey_id` text NOT NULL,
	`question_id` text NOT NULL,
	`population_id` text NOT NULL,
	`asked` text NOT NULL,
	PRIMARY KEY(`survey_id`, `question_id`, `population_id`),
	FOREIGN KEY (`population_id`) REFERENCES `populations`(`population_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`,`question_id`) REFERENCES `items`(`survey_id`,`question_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "item_population_asked" CHECK(asked IN ('yes', 'no'))
);

CREATE TABLE `item_sources` (
	`survey_id` text NOT NULL,
	`question_id` text NOT NULL,
	`source_id` text NOT NULL,
	`sort` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `question_id`, `source_id`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`source_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`,`question_id`) REFERENCES `items`(`survey_id`,`question_id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `items` (
	`survey_id` text NOT NULL,
	`question_id` text NOT NULL,
	`number` text,
	`wording_en` text,
	`wording_de` text,
	`wording_de_origin` text,
	`wording_status` text NOT NULL,
	`asked_in_complete` text NOT NULL,
	`comparable` text NOT NULL,
	`note_en` text,
	`note_de` text,
	`role` text NOT NULL,
	PRIMARY KEY(`survey_id`, `question_id`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`survey_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`question_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "item_wording_status" CHECK(wording_status IN ('exact', 'chart', 'reported', 'not_seen')),
	CONSTRAINT "item_wording_origin" CHECK(wording_de_origin IN ('translation', 'original')),
	CONSTRAINT "item_complete" CHECK(asked_in_complete IN ('yes', 'no')),
	CONSTRAINT "item_comparable" CHECK(comparable IN ('yes', 'house', 'mode')),
	CONSTRAINT "item_role" CHECK(role IN ('core', 'trend', 'context')),
	CONSTRAINT "item_wording_seen" CHECK((wording_status = 'not_seen') = (wording_en IS NULL)),
	CONSTRAINT "item_wording_both" CHECK((wording_en IS NULL) = (wording_de IS NULL)),
	CONSTRAINT "item_wording_marked" CHECK((wording_de IS NULL) = (wording_de_origin IS NULL))
);

CREATE INDEX `items_by_question` ON `items` (`question_id`);
CREATE TABLE `questions` (
	`question_id` text PRIMARY KEY NOT NULL,
	`sort` integer NOT NULL,
	`topic` text NOT NULL,
	`short_title_en` text NOT NULL,
	`short_title_de` text NOT NULL,
	`role` text NOT NULL,
	`answer_scale_en` text NOT NULL,
	`answer_scale_de` text NOT NULL,
	`related_to` text,
	`headline_answer` text NOT NULL,
	FOREIGN KEY (`related_to`) REFERENCES `questions`(`question_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`,`headline_answer`) REFERENCES `answers`(`question_id`,`answer_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "question_topic" CHECK(topic IN ('alliance', 'russia', 'ukraine', 'united-states', 'context')),
	CONSTRAINT "question_role" CHECK(role IN ('core', 'context'))
);

CREATE TABLE `clauses` (
	`question_id` text NOT NULL,
	`answer_id` text NOT NULL,
	`clause_en` text NOT NULL,
	`clause_de` text NOT NULL,
	`short_en` text NOT NULL,
	`short_de` text NOT NULL,
	PRIMARY KEY(`question_id`, `answer_id`),
	FOREIGN KEY (`question_id`,`answer_id`) REFERENCES `answers`(`question_id`,`answer_id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `titles` (
	`question_id` text PRIMARY KEY NOT NULL,
	`title_en` text NOT NULL,
	`title_de` text NOT NULL,
	`condition_en` text,
	`condition_de` text,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`question_id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `data_version` (
	`one` integer PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`hash` text NOT NULL,
	`figures` integer NOT NULL,
	CONSTRAINT "only_one" CHECK(one = 1)
);

CREATE TABLE `direction_sources` (
	`survey_id` text NOT NULL,
	`question_id` text NOT NULL,
	`population_id` text NOT NULL,
	`answer_id` text NOT NULL,
	`source_id` text NOT NULL,
	`sort` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `question_id`, `population_id`, `answer_id`, `source_id`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`source_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`,`question_id`,`population_id`,`answer_id`) REFERENCES `directions`(`survey_id`,`question_id`,`population_id`,`answer_id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `directions` (
	`survey_id` text NOT NULL,
	`question_id` text NOT NULL,
	`population_id` text NOT NULL,
	`answer_id` text NOT NULL,
	`higher_group_id` text NOT NULL,
	`says_en` text NOT NULL,
	`says_de` text NOT NULL,
	PRIMARY KEY(`survey_id`, `question_id`, `population_id`, `answer_id`),
	FOREIGN KEY (`population_id`) REFERENCES `populations`(`population_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`higher_group_id`) REFERENCES `groups`(`group_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`,`question_id`) REFERENCES `items`(`survey_id`,`question_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`,`answer_id`) REFERENCES `answers`(`question_id`,`answer_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "direction_side" CHECK(higher_group_id IN ('east', 'west'))
);

CREATE TABLE `figure_sources` (
	`figure_id` text NOT NULL,
	`source_id` text NOT NULL,
	`sort` integer NOT NULL,
	PRIMARY KEY(`figure_id`, `source_id`),
	FOREIGN KEY (`figure_id`) REFERENCES `figures`(`figure_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`source_id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `figures` (
	`figure_id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`question_id` text NOT NULL,
	`population_id` text NOT NULL,
	`dimension` text NOT NULL,
	`group_id` text NOT NULL,
	`answer_id` text NOT NULL,
	`pct` real,
	`absence` text,
	`status` text NOT NULL,
	`confidence` text NOT NULL,
	`n` integer,
	`n_eff` real,
	`se_pts` real,
	`ci95_low` real,
	`ci95_high` real,
	`interval_method` text,
	`lead_source_id` text NOT NULL,
	`note_en` text,
	`note_de` text,
	FOREIGN KEY (`population_id`) REFERENCES `populations`(`population_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`,`question_id`) REFERENCES `items`(`survey_id`,`question_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`,`answer_id`) REFERENCES `answers`(`question_id`,`answer_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dimension`,`group_id`) REFERENCES `groups`(`dimension`,`group_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`figure_id`,`lead_source_id`) REFERENCES `figure_sources`(`figure_id`,`source_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "figure_id_is_key" CHECK(figure_id = survey_id || '~' || question_id || '~' || population_id || '~' || group_id || '~' || answer_id),
	CONSTRAINT "figure_pct" CHECK(pct BETWEEN 0 AND 100),
	CONSTRAINT "figure_pct_or_absence" CHECK((pct IS NULL) = (absence IS NOT NULL)),
	CONSTRAINT "figure_absence" CHECK(absence IN ('no_answer', 'not_asked', 'not_published', 'suppressed')),
	CONSTRAINT "figure_status" CHECK(status IN ('published', 'recovered', 'reported', 'computed', 'sum_of_parts')),
	CONSTRAINT "figure_confidence" CHECK(confidence IN ('high', 'medium', 'low')),
	CONSTRAINT "figure_interval" CHECK(ci95_low <= ci95_high),
	CONSTRAINT "figure_n" CHECK(n >= 0 AND n_eff >= 0 AND se_pts >= 0)
);

CREATE INDEX `figures_by_group` ON `figures` (`dimension`,`question_id`);
CREATE UNIQUE INDEX `figure_key` ON `figures` (`question_id`,`survey_id`,`population_id`,`group_id`,`answer_id`);
CREATE TABLE `withdrawn` (
	`figure_id` text PRIMARY KEY NOT NULL,
	`successor_id` text,
	`withdrawn_on` text NOT NULL,
	`reason_en` text NOT NULL,
	`reason_de` text NOT NULL,
	`pct_before` real,
	FOREIGN KEY (`successor_id`) REFERENCES `figures`(`figure_id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `claim_figures` (
	`claim_id` text NOT NULL,
	`figure_id` text NOT NULL,
	`sort` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `figure_id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`claim_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`figure_id`) REFERENCES `figures`(`figure_id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `claims_by_figure` ON `claim_figures` (`figure_id`);
CREATE TABLE `claim_shifts` (
	`claim_id` text NOT NULL,
	`aspect` text NOT NULL,
	`sort` integer NOT NULL,
	`asked_en` text NOT NULL,
	`asked_de` text NOT NULL,
	`written_en` text NOT NULL,
	`written_de` text NOT NULL,
	PRIMARY KEY(`claim_id`, `aspect`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`claim_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shift_aspect" CHECK(aspect IN ('actor', 'act', 'ally', 'trigger', 'mode', 'population', 'measure'))
);

CREATE TABLE `claims` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`sort` integer NOT NULL,
	`paragraph` integer NOT NULL,
	`locator` text,
	`claim_en` text NOT NULL,
	`claim_de` text NOT NULL,
	`kind` text NOT NULL,
	`relation` text NOT NULL,
	`why_en` text NOT NULL,
	`why_de` text NOT NULL,
	CONSTRAINT "claim_kind" CHECK(kind IN ('figure', 'comparison', 'inference', 'value_judgement', 'background')),
	CONSTRAINT "claim_relation" CHECK(relation IN ('matches', 'number_matches', 'paraphrase_differs', 'direction_published', 'supported_elsewhere', 'not_published', 'inference_beyond_data', 'not_testable', 'outside_survey'))
);

CREATE TABLE `conflicts` (
	`survey_id` text NOT NULL,
	`question_id` text NOT NULL,
	`population_id` text NOT NULL,
	`group_id` text NOT NULL,
	`answer_id` text NOT NULL,
	`kind` text NOT NULL,
	`printed_pct` real NOT NULL,
	`correct_pct` real,
	`source_id` text NOT NULL,
	`note_en` text NOT NULL,
	`note_de` text NOT NULL,
	PRIMARY KEY(`survey_id`, `question_id`, `population_id`, `group_id`, `answer_id`, `source_id`),
	FOREIGN KEY (`population_id`) REFERENCES `populations`(`population_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`group_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`source_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`,`question_id`) REFERENCES `items`(`survey_id`,`question_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`,`answer_id`) REFERENCES `answers`(`question_id`,`answer_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "conflict_kind" CHECK(kind IN ('misprint', 'mislabel', 'swap')),
	CONSTRAINT "conflict_printed" CHECK(printed_pct BETWEEN 0 AND 100),
	CONSTRAINT "conflict_correct" CHECK(correct_pct BETWEEN 0 AND 100)
);

CREATE TABLE `passage_claims` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`passage_id` text NOT NULL,
	`sort` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`claim_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`passage_id`) REFERENCES `passages`(`passage_id`) ON UPDATE no action ON DELETE no action
);

CREATE TABLE `passages` (
	`passage_id` text PRIMARY KEY NOT NULL,
	`sort` integer NOT NULL,
	`section` text NOT NULL,
	`sentence_en` text,
	`sentence_de` text,
	`reviewed` text NOT NULL,
	CONSTRAINT "passage_section" CHECK(section IN ('survey', 'conclusions', 'russia', 'alliance'))
);

CREATE TABLE `reading_figures` (
	`source_id` text NOT NULL,
	`figure_id` text NOT NULL,
	`sort` integer NOT NULL,
	PRIMARY KEY(`source_id`, `figure_id`),
	FOREIGN KEY (`source_id`) REFERENCES `readings`(`source_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`figure_id`) REFERENCES `figures`(`figure_id`) ON UPDATE no action ON DELETE no action
);

CREATE INDEX `readings_by_figure` ON `reading_figures` (`figure_id`);
CREATE TABLE `readings` (
	`source_id` text PRIMARY KEY NOT NULL,
	`sort` integer NOT NULL,
	`published` text,
	`author` text,
	`outlet` text NOT NULL,
	`country_en` text NOT NULL,
	`country_de` text NOT NULL,
	`stance_code` text NOT NULL,
	`stance_en` text NOT NULL,
	`stance_de` text NOT NULL,
	`wording_shift_en` text,
	`wording_shift_de` text,
	`sits_on_wave` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`source_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sits_on_wave`) REFERENCES `surveys`(`survey_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reading_stance" CHECK(stance_code IN ('unreliable', 'free_riding', 'explains', 'against_nato', 'peaceable', 'divided', 'recovering', 'cautious', 'declining'))
);

CREATE TABLE `gaps` (
	`survey_id` text NOT NULL,
	`question_id` text NOT NULL,
	`population_id` text NOT NULL,
	`answer_id` text NOT NULL,
	`difference_pts` real NOT NULL,
	`se_pts` real NOT NULL,
	`df` integer NOT NULL,
	`source_id` text NOT NULL,
	PRIMARY KEY(`survey_id`, `question_id`, `population_id`, `answer_id`),
	FOREIGN KEY (`population_id`) REFERENCES `populations`(`population_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`source_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`,`question_id`) REFERENCES `items`(`survey_id`,`question_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`,`answer_id`) REFERENCES `answers`(`question_id`,`answer_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "gap_difference" CHECK(difference_pts BETWEEN -100 AND 100),
	CONSTRAINT "gap_error" CHECK(se_pts >= 0 AND df >= 1)
);

CREATE TABLE `overlaps` (
	`survey_id` text NOT NULL,
	`population_id` text NOT NULL,
	`question_a` text NOT NULL,
	`answer_a` text NOT NULL,
	`question_b` text NOT NULL,
	`answer_b` text NOT NULL,
	`pct` real,
	`absence` text,
	`n` integer NOT NULL,
	`n_eff` real,
	`se_pts` real,
	`ci95_low` real,
	`ci95_high` real,
	`interval_method` text,
	`source_id` text NOT NULL,
	PRIMARY KEY(`survey_id`, `population_id`, `question_a`, `answer_a`, `question_b`, `answer_b`),
	FOREIGN KEY (`population_id`) REFERENCES `populations`(`population_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`source_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`,`question_a`) REFERENCES `items`(`survey_id`,`question_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`,`question_b`) REFERENCES `items`(`survey_id`,`question_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_a`,`answer_a`) REFERENCES `answers`(`question_id`,`answer_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_b`,`answer_b`) REFERENCES `answers`(`question_id`,`answer_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "overlap_order" CHECK(question_a < question_b),
	CONSTRAINT "overlap_pct" CHECK(pct BETWEEN 0 AND 100),
	CONSTRAINT "overlap_pct_or_absence" CHECK((pct IS NULL) = (absence IS NOT NULL)),
	CONSTRAINT "overlap_absence" CHECK(absence IN ('no_answer', 'not_asked', 'not_published', 'suppressed')),
	CONSTRAINT "overlap_interval" CHECK(ci95_low <= ci95_high)
);

