import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import * as stats from '#lib/stats/index.ts';
import { clopperPearson } from '#lib/stats/respondents/intervals.ts';

// Results of R survey, checked there against an independent program; its README states the rules.
const folder = new URL('../../../../shared/reference/', import.meta.url);
const present = existsSync(folder);

type Row = Record<string, string>;
type Check = [column: string, got: number | string | undefined, tolerance?: number];

const read = (name: string): Row[] =>
	parse<Row>(readFileSync(new URL(name, folder)), { columns: true });

/** Every deviation as a sentence; an empty cell of the reference wants undefined. */
function misses(row: Row, checks: Check[]): string[] {
	return checks.flatMap(([column, got, tolerance = 1e-9]) => {
		const wanted = row[column];
		if (wanted === undefined) return [`no column ${column}`];
		if (wanted === '' && (got === undefined || got === '')) return [];
		if (typeof got === 'string' && got === wanted) return [];
		const near =
			Math.abs(Number(got) - Number(wanted)) <= tolerance * (1 + Math.abs(Number(wanted)));
		if (wanted !== '' && typeof got === 'number' && near) return [];
		return [`${Object.values(row).slice(0, 8).join(' ')}: ${column} ${wanted}, got ${got}`];
	});
}

const times = (factor: number, value?: number) => value && value * factor;
const pct = (value?: number) => times(100, value);

/** One of the synthetic surveys, with the masks and columns that the jobs ask for. */
class Survey {
	columns = new Map<string, Float64Array>();
	designs = new Map<string, stats.Design>();
	missing = new Map<string, (code: number) => boolean>();
	job: { file: string; w: string; stratum?: string; psu?: string; country_var: string };

	constructor(job: Survey['job'] & { derived?: Record<string, [string, object, number]> }) {
		this.job = job;
		const rows = read(`data_${job.file}.csv`);
		const dictionary = read('dictionary.csv').filter((row) => row.data === job.file);
		for (const { name, missing_discrete, ...entry } of dictionary) {
			const codes = rows.map((row) => (row[name!] === '' ? NaN : Number(row[name!])));
			this.columns.set(name!, Float64Array.from(codes));
			const listed = missing_discrete === '' ? [] : missing_discrete!.split(';').map(Number);
			const low = Number(entry.missing_range_lo!.replace('Inf', 'Infinity'));
			const high = Number(entry.missing_range_hi);
			const ranged = entry.missing_range_hi !== '';
			this.missing.set(name!, (c) => listed.includes(c) || (ranged && c >= low && c <= high));
		}
		for (const [name, [source, recode, other]] of Object.entries(job.derived ?? {})) {
			const codes = new Map<number, number | null>(
				Object.entries(recode).map(([code, value]) => [Number(code), value])
			);
			const recoded = this.column(source).map((code) => {
				if (Number.isNaN(code)) return NaN;
				return codes.has(code) ? (codes.get(code) ?? NaN) : other;
			});
			this.columns.set(name, recoded);
		}
	}

	column(name: string) {
		return this.columns.get(name)!;
	}

	design(country: string): stats.Design {
		const { w, stratum, psu, country_var } = this.job;
		const made =
			this.designs.get(country) ??
			stats.designOf(
				{
					weight: this.column(w),
					stratum: stratum ? this.column(stratum) : undefined,
					psu: psu ? this.column(psu) : undefined
				},
				this.where(country_var, country)
			)!;
		this.designs.set(country, made);
		return made;
	}

	where(name: string, code: string) {
		return stats.rowsWhere(this.column(name), (c) => c === Number(code));
	}

	base(question: string, base: string) {
		const missing = this.missing.get(question)!;
		return stats.rowsWhere(this.column(question), (code) => base === 'all' || !missing(code));
	}

	domain(row: Row, questions: string[], code = row.domain!) {
		const masks = questions.map((question) => this.base(question, row.base!));
		if (row.domain_var) masks.push(this.where(row.domain_var, code));
		return stats.domainOf(this.design(row.country!), ...masks)!;
	}

	estimate(row: Row) {
		return stats.shareOf(
			this.domain(row, [row.question!]),
			this.answer(row.question, row.category)
		);
	}

	answer(question?: string, code?: string): stats.Answer {
		return { column: this.column(question!), codes: [Number(code)] };
	}
}

describe.skipIf(!present)(`reference ${folder.pathname}${present ? '' : ' (absent)'}`, () => {
	const jobs = present ? JSON.parse(readFileSync(new URL('jobs.json', folder), 'utf8')) : [];
	const surveys = new Map(jobs.map((job: Survey['job']) => [job.file, new Survey(job)]));
	const surveyOf = (row: Row) => surveys.get(row.file!) as Survey;

	/** Checks every row of a file and that there are as many as there were. */
	function checkFile(name: string, rows: number, check: (row: Row) => Check[]) {
		const found = read(name);
		expect(found).toHaveLength(rows);
		expect(found.flatMap((row) => misses(row, check(row)))).toEqual([]);
	}

	const weightChecks = (w: stats.WeightSummary): Check[] => [
		['neff_kish', w.kishN],
		['deff_kish', w.kishDeff],
		['deff_pew', w.pewDeff],
		['moe_pew_pct', pct(w.pewMargin)]
	];

	test('weights.csv: effective n, design effects and margins', () => {
		checkFile('weights.csv', 23, (row) => {
			const { weights } = surveyOf(row).domain(row, []);
			const { n, sum, sumOfSquares } = weights;
			return [['n', n, 0], ['sum_w', sum], ['sum_w2', sumOfSquares], ...weightChecks(weights)];
		});
	});

	test('estimates.csv: counts, shares, errors, effective n', () => {
		checkFile('estimates.csv', 503, (row) => {
			const survey = surveyOf(row);
			const { weights } = survey.domain(row, [row.question!]);
			const estimate = survey.estimate(row);
			return [
				...weightChecks(weights),
				['n_unw', estimate.n, 0],
				['n_unw_cat', estimate.picked, 0],
				['sum_w', weights.sum],
				['sum_w_cat', estimate.weighted],
				['pct', pct(estimate.share)],
				['se_pct', pct(estimate.se)],
				['df', estimate.df, 0],
				['neff_design', estimate.designN],
				['deff_design', estimate.designN && estimate.n / estimate.designN],
				['nstar_kg', stats.kornGraubardN(estimate)],
				['pct_rounded', stats.percent(estimate.share), 0]
			];
		});
	});

	test('intervals.csv: the limits by Wilson, and by Clopper and Pearson, with each effective n', () => {
		const limits: Record<string, (estimate: stats.ShareEstimate) => stats.Interval | undefined> = {
			wilson_neff: ({ share, effectiveN }) => stats.wilson(share, effectiveN),
			wilson_kish: ({ share, kishN }) => stats.wilson(share, kishN),
			wilson_nstar: (estimate) => stats.wilson(estimate.share, stats.kornGraubardN(estimate)!),
			clopper_kish: ({ share, kishN }) => clopperPearson(share, kishN),
			beta: (estimate) => clopperPearson(estimate.share, stats.kornGraubardN(estimate)!),
			beta_capped: stats.kornGraubard
		};
		// Of the sixteen methods in the file these are the ones that pages and files rest on.
		checkFile('intervals.csv', 7894, (row) => {
			const interval = limits[row.method!];
			if (!interval) return [];
			const { low, high } = interval(surveyOf(row).estimate(row))!;
			return [
				['lower_pct', pct(low)],
				['upper_pct', pct(high)]
			];
		});
	});

	test('flags.csv: what NCHS would show', () => {
		checkFile('flags.csv', 503, (row) => {
			const shown = stats.nchsPresentation(surveyOf(row).estimate(row));
			return [
				['neff_capped', shown.effectiveN],
				['ci_width_pct', pct(shown.width)],
				['rel_width_pct', pct(shown.relativeWidth)],
				['display', shown.show ? '1' : '0'],
				['reason', shown.reason],
				['flags', shown.flags.join(';')]
			];
		});
	});

	test('differences.csv: one answer in two groups', () => {
		checkFile('differences.csv', 206, (row) => {
			const survey = surveyOf(row);
			const [a, b] = [row.domain_a, row.domain_b].map((code) =>
				survey.domain(row, [row.question!], code)
			);
			const result = stats.groupDifference(a!, b!, survey.answer(row.question, row.category));
			return [
				['pct_a', pct(result.a.share)],
				['pct_b', pct(result.b.share)],
				['diff_pct', pct(result.difference)],
				['se_diff_pct', pct(result.se)],
				['cov_ab_pct2', times(1e4, result.covariance)],
				['df', result.df, 0],
				['t', result.t],
				['p_t', result.p],
				['p_z', result.pNormal],
				['lower_pct', pct(result.interval?.low)],
				['upper_pct', pct(result.interval?.high)]
			];
		});
	});

	test('chisq.csv: whole tables', () => {
		checkFile('chisq.csv', 53, (row) => {
			const survey = surveyOf(row);
			const question = survey.column(row.question!);
			const grouping = survey.column(row.domain_var!);
			const domain = stats.domainOf(
				survey.design(row.country!),
				survey.base(row.question!, row.base!),
				survey.base(row.domain_var!, 'all')
			)!;
			const result = stats.raoScott(domain, question, grouping)!;
			return [
				['rows', result.answers, 0],
				['cols', result.groups, 0],
				['n_unw', result.n, 0],
				['x2_pearson_weighted_to_n', result.x2],
				['rs_F', result.f],
				['rs_ndf', result.df1],
				['rs_ddf', result.df2],
				['rs_p_F', result.p],
				['trace_delta', result.trace]
			];
		});
	});
});
