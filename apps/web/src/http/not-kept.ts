import { SetMetadata } from '@nestjs/common';

export const NOT_KEPT = Symbol('not-kept');

/** Keeps neither what this route was sent nor what it answered for a second sending: it is a page of words, or a secret is in it. */
export const NotKept = (): MethodDecorator => SetMetadata(NOT_KEPT, true);
