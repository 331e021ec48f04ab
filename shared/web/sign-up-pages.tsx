import type { Problem } from '../api/problem';
import { acceptedLanguage, type HttpRequest } from '../api/request';
import type { HttpResponse } from '../api/response';
import type { Site } from '../policy/schema';
import { page, pageLanguage } from './page';
import { PAGE_TEXTS } from './texts';

/** Where a plain form ends up: what to do next. */
export function signUpSentPage(site: Site, { query }: HttpRequest): HttpResponse {
  const language = pageLanguage(site, query['language']);
  const texts = PAGE_TEXTS[language];
  return page({
    status: 200,
    language,
    site,
    title: texts.sentTitle,
    children: (
      <>
        <p>{texts.sentText}</p>
        <p class="note">{texts.sentNote}</p>
      </>
    ),
  });
}

/** What was wrong with a plain form. */
export function signUpProblemPage(problem: Problem, site: Site | undefined, call: HttpRequest): HttpResponse {
  const language = pageLanguage(site, acceptedLanguage(call));
  const texts = PAGE_TEXTS[language];
  const busy = problem.status >= 500;
  const details = problem.errors.length > 0 ? problem.errors.map(({ detail }) => detail) : [problem.detail];
  return page({
    status: problem.status,
    language,
    site,
    title: busy ? texts.busyTitle : texts.refusedTitle,
    children: busy ? (
      <p>{texts.busyText}</p>
    ) : (
      <>
        <p>{texts.refusedText}</p>
        <ul lang="en">
          {details.map((detail) => (
            <li>{detail}</li>
          ))}
        </ul>
      </>
    ),
  });
}
