import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Actor, can, SignInService } from '#identity';
import { DomainError, Forbidden } from '#kernel';
import { ACTION, type RouteAction } from './action.js';
import { isApiPath, requestOf } from './request-context.js';

/** Finds out who asks and lets in those who hold the route's right. Everything is refused by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIn: SignInService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = this.reflector.get<RouteAction | undefined>(ACTION, context.getHandler());
    if (!action) throw new Forbidden('route-without-action');
    const request = requestOf(context);
    request.actor = await this.findActor(request);
    if (action.permission === 'public') return true;
    if (!request.actor)
      throw new DomainError('unauthenticated', 'sign-in-needed', 'Please sign in.');
    if (!isAllowed(request.actor, action)) throw new Forbidden('permission-missing');
    return true;
  }

  /** Programs come with a bearer token, people with a session; neither works on the other's side. */
  private async findActor(request: FastifyRequest): Promise<Actor | undefined> {
    if (isApiPath(request.url)) {
      const token = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
      return token ? this.signIn.findByToken(token) : undefined;
    }
    const { personId } = request.session;
    return personId ? this.signIn.findPerson(personId) : undefined;
  }
}

function isAllowed(actor: Actor, { permission }: RouteAction): boolean {
  if (permission === 'signed-in' || permission === 'public') return true;
  const rights = Array.isArray(permission) ? permission : [permission];
  return rights.some((right) => can(actor, right));
}
