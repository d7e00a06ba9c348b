import { createHash } from 'node:crypto';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DomainError, Unreadable } from '#kernel';
import { isApiPath } from './request-context.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route takes a form with a file. */
    takesFile?: boolean;
  }
}

/** Largest file of a form, in bytes: 10 MiB. */
export const LARGEST_FILE = 10 * 1024 * 1024;
/** What the fields beside a file may add. */
const FIELDS = 262_144;

/** How forms with a file are read: one file, a few fields, nothing nested. */
export const UPLOAD_LIMITS = {
  throwFileSizeLimit: false,
  limits: { files: 1, fields: 30, parts: 31, fieldSize: 65_536, fileSize: LARGEST_FILE + 1 },
} as const;

export const TAKES_FILE = Symbol('takes-file');

/** Lets a route take a form with one file (`multipart/form-data`); all others refuse such a form. */
export const TakesFile = (): MethodDecorator =>
  applyDecorators(SetMetadata(TAKES_FILE, true), RouteConfig({ takesFile: true }));

/** A file as it was sent. Its name and type come from a stranger. */
export class UploadedFile {
  constructor(
    readonly name: string,
    /** Undefined where it was too large to be read. */
    readonly content: Buffer | undefined,
  ) {}

  /** Tells two sendings of one form apart without the bytes. */
  toJSON(): unknown {
    const { name, content = Buffer.alloc(0) } = this;
    return { name, sha256: createHash('sha256').update(content).digest('hex') };
  }
}

/** A file that must be chosen. */
export function fileField(label: string) {
  const isChosen = (value: unknown) => value instanceof UploadedFile && value.content?.length;
  return z
    .custom<UploadedFile & { content: Buffer }>((value) => !!isChosen(value), `Choose ${label}`)
    .transform(({ name, content }) => ({ name: name.slice(0, 200), content }));
}

/**
 * Reads forms with a file on pages, where the token of the form is looked for next. Nobody who is not signed in
 * can make the server read one; what programs send is read once their token is known.
 */
export function readFileForms(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return;
    if (!request.routeOptions.config.takesFile) throw unsupported();
    if (isApiPath(request.url) || !request.session?.personId) return;
    await readFileForm(request);
  });
}

/** Reads a form with a file into the body of its request. @throws Unreadable `form-unreadable`; DomainError (too-large) */
export async function readFileForm(request: FastifyRequest): Promise<void> {
  try {
    await readParts(request);
  } catch (error) {
    const isTold = error instanceof DomainError || (error as { statusCode?: unknown }).statusCode;
    throw isTold ? error : new Unreadable('form-unreadable', 'The form cannot be read.');
  }
}

async function readParts(request: FastifyRequest): Promise<void> {
  const body: Record<string, unknown> = {};
  request.body = body;
  const isTooLong = Number(request.headers['content-length'] ?? 0) > LARGEST_FILE + FIELDS;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.valueTruncated) throw tooLarge('What was typed is too long', part.fieldname);
      body[part.fieldname] = part.value;
      continue;
    }
    const content = isTooLong ? undefined : await contentOf(part);
    body[part.fieldname] = new UploadedFile(part.filename ?? '', content);
    if (content) continue;
    // The rest is let run by: whoever sends it reads the answer once they are done.
    part.file.destroy();
    request.raw.unpipe();
    request.raw.resume();
    return;
  }
}

/** @throws DomainError `file-too-large` at its field */
export function assertFilesFit(body: unknown): void {
  for (const [field, value] of Object.entries(body ?? {})) {
    if (value instanceof UploadedFile && !value.content) {
      throw tooLarge('The file must be 10 MB or smaller', field);
    }
  }
}

async function contentOf({ file }: MultipartFile): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_FILE) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(message: string, field: string): DomainError {
  return new DomainError('too-large', 'file-too-large', message, [{ field, message }]);
}

function unsupported(): Error {
  return Object.assign(new Error('no files are taken here'), { statusCode: 415 });
}
