import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Route } from '../../apps/web/src/http/route-list.js';
import type { TestPerson } from '../support/given.js';

/** An answer, as far as a walk judges it. */
export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly text: string;
}

/** Goes to any route as one person: to pages with a session, to the API with a token. */
export class Walker {
  private cookie = '';
  private formToken = '';

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly token?: string,
  ) {}

  /** Whether the API can be called at all. */
  get hasToken(): boolean {
    return this.token !== undefined;
  }

  /** Signs in and takes up the form token of the session. */
  async signIn({ email, password }: Pick<TestPerson, 'email' | 'password'>): Promise<this> {
    await this.open('/sign-in');
    const { status } = await this.send('POST', '/sign-in', { email, password });
    if (status !== 303) throw new Error(`cannot sign in: ${status}`);
    await this.open('/help');
    return this;
  }

  /** Opens a page, for its form token. */
  async open(path: string): Promise<Answer> {
    const answer = await this.send('GET', path);
    this.formToken = /name="_csrf" value="([^"]+)"/.exec(answer.text)?.[1] ?? this.formToken;
    return answer;
  }

  /** Calls a route at an address. */
  call({ method }: Route, path: string, body: Record<string, unknown>): Promise<Answer> {
    return this.send(method, path, method === 'GET' ? undefined : body);
  }

  private async send(
    method: string,
    path: string,
    body?: Record<string, unknown>,
  ): Promise<Answer> {
    const isApi = path.startsWith('/api/');
    const answer = await this.app.inject({
      method: method as 'GET',
      url: path,
      headers: isApi ? this.apiHeaders() : this.pageHeaders(body !== undefined),
      ...(body ? { payload: isApi ? body : formOf(body) } : {}),
    });
    const [set] = [answer.headers['set-cookie'] ?? []].flat();
    if (set) this.cookie = set.split(';')[0]!;
    return {
      status: answer.statusCode,
      location: String(answer.headers.location ?? ''),
      text: answer.body,
    };
  }

  private apiHeaders(): Record<string, string> {
    return this.token ? { authorization: `Bearer ${this.token}` } : {};
  }

  private pageHeaders(hasForm: boolean): Record<string, string> {
    const form: Record<string, string> = hasForm
      ? { 'content-type': 'application/x-www-form-urlencoded', 'x-csrf-token': this.formToken }
      : {};
    return this.cookie ? { ...form, cookie: this.cookie } : form;
  }
}

function formOf(body: Record<string, unknown>): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) {
    for (const each of [value].flat()) {
      form.append(name, typeof each === 'object' ? JSON.stringify(each) : String(each));
    }
  }
  return form.toString();
}
