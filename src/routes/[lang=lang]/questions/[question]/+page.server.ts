import { questionPage } from './question-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url, isDataRequest }) =>
	questionPage({ ...locals, question: params.question, url, isDataRequest });
