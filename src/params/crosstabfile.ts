import type { ParamMatcher } from '@sveltejs/kit';

/** Files of the crosstab. */
export const match: ParamMatcher = (param) => param === 'csv' || param === 'xlsx';
