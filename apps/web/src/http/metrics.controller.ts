import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { NotFound } from '#kernel';
import { type Config, CONFIG, OutboxRepository } from '#platform';
import { Action } from './action.js';

/** Figures of the running process for Prometheus; there only with the token of the settings. */
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    outbox: OutboxRepository,
  ) {
    collectDefaultMetrics({ register: this.registry });
    const jobs = new Gauge({
      name: 'parapet_jobs',
      help: 'Background jobs that are not done, by state.',
      labelNames: ['state'],
      async collect() {
        const { waiting, failed } = await outbox.count();
        this.set({ state: 'waiting' }, waiting);
        this.set({ state: 'failed' }, failed);
      },
      registers: [],
    });
    this.registry.registerMetric(jobs);
  }

  @Get()
  @Action({ permission: 'public' })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(@Req() request: FastifyRequest): Promise<string> {
    if (!this.isAllowed(request)) throw new NotFound('not-found');
    return this.registry.metrics();
  }

  private isAllowed(request: FastifyRequest): boolean {
    const expected = Buffer.from(`Bearer ${this.config.metricsToken ?? ''}`);
    const given = Buffer.from(request.headers.authorization ?? '');
    return (
      this.config.metricsToken !== undefined &&
      given.length === expected.length &&
      timingSafeEqual(given, expected)
    );
  }
}
