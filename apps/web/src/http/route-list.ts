import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { ModulesContainer } from '@nestjs/core';
import { ACTION, type RouteAction } from './action.js';

/** One route of the web process, as its controller states it. */
export interface Route {
  /** `GET`, `POST` … */
  readonly method: string;
  /** With a leading slash and `:name` for parameters. */
  readonly path: string;
  /** `CasesApi_list`. */
  readonly id: string;
  /** undefined on a route that states none; the access guard refuses such a route. */
  readonly action: RouteAction | undefined;
  readonly handler: (...args: unknown[]) => unknown;
  readonly controller: object;
}

/** Every route of every controller. */
export function listRoutes(modules: ModulesContainer): Route[] {
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) =>
    typeof metatype === 'function' ? routesOf(metatype) : [],
  );
}

function routesOf(controller: { name: string; prototype?: object }): Route[] {
  const prototype = controller.prototype as Record<string, Route['handler']>;
  const bases = pathsOf(controller);
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name]!;
    if (!Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const stated = {
      method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!,
      id: `${controller.name}_${name}`,
      action: Reflect.getMetadata(ACTION, handler) as RouteAction | undefined,
      handler,
      controller,
    };
    return bases.flatMap((base) =>
      pathsOf(handler).map((own) => ({ ...stated, path: joined(base, own) })),
    );
  });
}

function pathsOf(target: object): string[] {
  return [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();
}

function joined(...parts: string[]): string {
  const named = parts.flatMap((part) => part.split('/')).filter(Boolean);
  return `/${named.join('/')}`;
}
