import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import type { TestPerson } from './given.js';

/** A person's visit to the pages: keeps cookies and sends the form token of the last page. */
export class Visit {
  private readonly agent;
  private token = '';

  constructor(app: NestFastifyApplication) {
    this.agent = request.agent(app.getHttpServer());
  }

  /** Opens a page. */
  async open(path: string) {
    const response = await this.agent.get(path);
    this.token = /name="_csrf" value="([^"]+)"/.exec(response.text)?.[1] ?? this.token;
    return response;
  }

  /** Sends a form with the token of the page that was opened last. */
  send(path: string, fields: Record<string, unknown>) {
    return this.agent
      .post(path)
      .type('form')
      .send({ _csrf: this.token, ...fields });
  }

  /** Sends a form with a file, as the field `file`. */
  sendFile(
    path: string,
    fields: Record<string, string>,
    { content, name }: { content: Buffer; name: string },
  ) {
    const form = this.agent.post(path).field({ _csrf: this.token, ...fields });
    return form.attach('file', content, name);
  }

  /** Signs in, and leaves the token of a page behind that forms can be sent with. */
  async signIn({ email, password }: Pick<TestPerson, 'email' | 'password'>): Promise<this> {
    await this.open('/sign-in');
    await this.send('/sign-in', { email, password }).expect(303);
    await this.open('/help');
    return this;
  }
}
