import { questionPage } from '../question-page.ts';
import type { PageServerLoad } from './$types';

/** The same view as `?by=region`, at an address that a static copy of the site can have. */
export const load: PageServerLoad = ({ locals, params, url, isDataRequest }) =>
	questionPage({ ...locals, question: params.question, url, isDataRequest }, 'region');
