import { withServices } from '../../apps/cli/src/open-app.js';
import { ApiTokensService } from '#identity';
import type { Installation } from '../support/installation.js';
import { castOf } from '../plans/cast.js';

const TOKEN_LINE = /name="_csrf" value="([^"]+)"/;

/** What the driver asks: the adviser's worklist by the API, and as a page; and one case. */
export async function targetOf(installation: Installation, slug: string): Promise<object> {
  const { reference, token } = await withServices(async (app) => {
    const cast = await castOf(app, slug);
    const order = { name: 'load', scopes: ['case:read' as const], days: 1 };
    const made = await app.get(ApiTokensService).make(cast.adviser, order);
    return { reference: cast.reference, token: made.token };
  }, installation.config);
  const cookie = await signIn(installation, `adviser@${slug}.example`);
  return {
    name: 'parapet',
    base: installation.address,
    procs: { web: installation.web.pid },
    ops: {
      worklist: {
        path: '/api/v1/cases?view=all&limit=50',
        headers: { authorization: `Bearer ${token}` },
        min: 50,
        count: '"reference":',
      },
      worklistPage: { path: '/work', headers: { cookie }, expect: 'PAR-' },
      casePage: { path: `/cases/${reference}`, headers: { cookie }, expect: reference },
    },
  };
}

/** Signs in as a person does. @returns the cookie of the visit */
async function signIn(installation: Installation, email: string): Promise<string> {
  const { password } = installation.signInOf(email);
  const page = await fetch(`${installation.address}/sign-in`);
  const begun = cookieOf(page);
  const fields = { _csrf: TOKEN_LINE.exec(await page.text())?.[1] ?? '', email, password };
  const answer = await fetch(`${installation.address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: begun },
    body: new URLSearchParams(fields),
  });
  if (answer.status !== 303) throw new Error(`Signing in was answered with ${answer.status}.`);
  return cookieOf(answer) || begun;
}

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
}
