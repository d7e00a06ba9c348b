import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import multipart from '@fastify/multipart';
import session from '@fastify/session';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { SessionsRepository } from '#identity';
import { newId } from '#kernel';
import { type Config, KeyRing, Logger } from '#platform';
import { ApiDescription } from './api/openapi/api-description.js';
import { AppModule } from './app.module.js';
import { refuseCrossSiteWrites } from './http/cross-site.js';
import { PROJECT_ROOT } from './http/http.module.js';
import { LONGEST_PART, readableAddress } from './http/readable-address.js';
import { setSecurityHeaders } from './http/security-headers.js';
import { sessionStore } from './http/session-store.js';
import { readFileForms, UPLOAD_LIMITS } from './http/upload.js';

/** Bytes: enough for 50,000 characters of any script in a form. */
const BODY_LIMIT = 1_048_576;

/** Milliseconds: a picture of 10 MB from a telephone with a poor line. */
const REQUEST_TIMEOUT = 120_000;

/** Makes the web process, ready to listen. */
export async function createApp(config: Config, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // So many hops are believed, counted from our own side.
    trustProxy: config.trustedProxies > 0 ? (_, hop) => hop < config.trustedProxies : false,
    requestTimeout: REQUEST_TIMEOUT,
    genReqId: () => newId(),
    rewriteUrl: (request: { url?: string }) => readableAddress(request.url ?? '/'),
    routerOptions: { maxParamLength: LONGEST_PART },
    logger: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, logger),
    adapter,
    { logger, abortOnError: false },
  );
  await setSecurityHeaders(app, config);
  await serveAssets(app);
  await keepSessions(app, config);
  await app.register(rateLimit as never, { global: false } as never);
  await app.register(multipart as never, UPLOAD_LIMITS as never);
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  readFileForms(fastify);
  refuseCrossSiteWrites(fastify, config.baseUrl);
  logRequests(fastify, logger);
  app.get(ApiDescription).attach(app);
  // Exit code 0 when asked to end: supervisors take a death by signal for a crash.
  app.enableShutdownHooks([], { useProcessExit: true });
  await app.init();
  await fastify.ready();
  return app;
}

async function serveAssets(app: NestFastifyApplication): Promise<void> {
  await app.register(
    fastifyStatic as never,
    {
      root: join(PROJECT_ROOT, 'dist/public'),
      prefix: '/assets/',
      decorateReply: false,
      index: false,
      maxAge: '1h',
    } as never,
  );
}

async function keepSessions(app: NestFastifyApplication, config: Config): Promise<void> {
  await app.register(cookie as never);
  await app.register(
    session as never,
    {
      secret: app.get(KeyRing).derive('session-cookie').toString('hex'),
      cookieName: config.isHttps ? '__Host-parapet' : 'parapet',
      cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: config.isHttps },
      store: sessionStore(app.get(SessionsRepository)),
      saveUninitialized: false,
      rolling: false,
    } as never,
  );
}

/** One line a request: ids and figures, never what was asked or answered. */
function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onResponse', async (request, reply) => {
    // Probes come every few seconds and say nothing while all is well.
    if (request.url.startsWith('/health/') && reply.statusCode < 400) return;
    logger.info('request', {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      personId: request.actor?.personId,
    });
  });
}
