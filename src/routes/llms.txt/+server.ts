import { toLlms } from '#lib/formats/web/llms.ts';
import { wholeDictionary } from '#lib/server/data/dictionary.ts';
import { listQuestions } from '#lib/server/pages/questions.ts';
import { getVersion } from '#lib/server/data/version.ts';
import { apiPath, methodsPath, questionPath, regionsPath } from '#lib/view/paths.ts';
import { addressTexts } from '#lib/words/files/addresses.ts';
import { api, packageTexts } from '#lib/words/files/api.ts';
import { topicNames } from '#lib/words/codes.ts';
import { methods } from '#lib/words/pages/methods.ts';
import { preflight, reply } from '../reply.ts';
import type { RequestHandler } from './$types';

/** GET /llms.txt: what is here, for programs that read text. */
export const GET: RequestHandler = ({ locals: { db }, url }) => {
	const { version } = getVersion(db);
	const whole = (path: string) => new URL(path, url).href;
	const topics = listQuestions(db).map(({ topic, questions }) => ({
		name: topicNames[topic].en,
		headlines: questions.map(({ question, headline }) => ({
			title: question.title.en,
			address: whole(`${questionPath('en', question.id)}.md`),
			row: headline?.row
		}))
	}));
	const links = [
		['East and West', `${regionsPath('en')}.md`, addressTexts.regions.en],
		['All figures', '/data/beistand.csv', packageTexts['beistand.csv'].en],
		['Data package', '/data/beistand.zip', packageTexts['beistand.zip'].en],
		['OpenAPI', '/openapi.json', addressTexts.openapi.en],
		['API', apiPath('en'), api.title.en],
		['Methods', methodsPath('en'), methods.title.en],
		['Deutsch', apiPath('de'), api.title.de]
	] as const;
	return reply({
		body: toLlms(
			topics,
			wholeDictionary(db),
			links.map(([name, path, about]) => ({ name, address: whole(path), about })),
			version
		),
		type: 'text/plain; charset=utf-8'
	});
};

export const OPTIONS = preflight;
