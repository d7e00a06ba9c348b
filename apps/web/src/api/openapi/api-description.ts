import { type INestApplication, Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { listRoutes, type Route } from '../../http/route-list.js';
import { completeOperation, type Operation, PROBLEM_SCHEMA } from './api-operation.js';

/** Where the routes for programs begin. */
export const API_ROOT = '/api/v1/';

/**
 * The description of the API in OpenAPI 3.0, made from the routes and the schemas that check what is sent:
 * it cannot say anything else than the program does.
 */
@Injectable()
export class ApiDescription {
  private app: INestApplication | undefined;
  private made: Promise<OpenAPIObject> | undefined;

  constructor(private readonly modules: ModulesContainer) {}

  /** Hands over the running process, whose routes are to be described. */
  attach(app: INestApplication): void {
    this.app = app;
  }

  /** The document; made when it is asked for first, since what makes it takes a second to load. */
  document(): Promise<OpenAPIObject> {
    return (this.made ??= this.make());
  }

  private async make(): Promise<OpenAPIObject> {
    const { DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
    const frame = new DocumentBuilder()
      .setTitle('Parapet')
      .setDescription(ABOUT)
      .setVersion('1')
      .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
      .build();
    const found = SwaggerModule.createDocument(this.app!, frame, {
      operationIdFactory: (controller, method) => `${controller}_${method}`,
      standardSchemaConverter: (schema, { schemaType }) => ({
        schema: jsonSchema(schema as z.ZodType, schemaType),
      }),
    });
    const { components = {}, ...document } = found;
    return {
      ...document,
      paths: describedPaths(found.paths, listRoutes(this.modules)),
      components: { ...components, schemas: { ...components.schemas, Problem: PROBLEM_SCHEMA } },
    };
  }
}

const ABOUT = [
  'Cases, drafts, referrals and reports for programs, with the same rights and checks as the pages.',
  'Send the token as `Authorization: Bearer …`. A token never approves or releases: a person answers for that.',
  'Lists give `items` and `next`; send `next` as `cursor` for the next page.',
  'Give each POST an `Idempotency-Key`: sent again with the same key, it takes effect once.',
].join('\n\n');

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io,
    unrepresentable: 'any',
  });
  return rest;
}

function describedPaths(paths: OpenAPIObject['paths'], routes: Route[]): OpenAPIObject['paths'] {
  const byId = new Map(routes.map((route) => [route.id, route]));
  const described: OpenAPIObject['paths'] = {};
  for (const [path, item] of Object.entries(paths)) {
    if (!path.startsWith(API_ROOT)) continue;
    const operations = Object.entries(item).map(([method, operation]) => {
      const { operationId } = operation as Operation;
      return [method, completeOperation(operation as Operation, byId.get(operationId!)!)];
    });
    described[path] = Object.fromEntries(operations) as OpenAPIObject['paths'][string];
  }
  return described;
}
