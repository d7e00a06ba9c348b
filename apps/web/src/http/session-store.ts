import type { Session } from 'fastify';
import type { FastifySessionOptions } from '@fastify/session';
import type { SessionsRepository } from '#identity';

type Store = NonNullable<FastifySessionOptions['store']>;

/** Keeps the sessions of `@fastify/session` in the database, under the hash of their id. */
export function sessionStore(sessions: SessionsRepository): Store {
  return {
    get: (id, done) => {
      sessions.find(id).then(
        (found) => {
          if (!found) return done(null, null);
          const { personId, organisationId, data } = found;
          const people = personId ? { personId, organisationId: organisationId! } : {};
          done(null, { ...data, ...people, isStored: true } as unknown as Session);
        },
        // Not yet: a form that is on its way has to be read first, or all that was typed is lost.
        (error: unknown) => done(null, { storeFailure: error } as unknown as Session),
      );
    },
    set: (id, session, done) => {
      if (session.storeFailure) return done();
      const { personId, organisationId, isStored, ...rest } = session;
      const data = JSON.parse(JSON.stringify(rest)) as Record<string, unknown>;
      const kept = { personId: personId ?? null, organisationId: organisationId ?? null, data };
      // A session that was ended while its last page was being made must not come back.
      const written = isStored ? sessions.update(id, kept) : sessions.save(id, kept);
      written.then(() => done(), done);
    },
    destroy: (id, done) => {
      sessions.remove(id).then(() => done(), done);
    },
  };
}
