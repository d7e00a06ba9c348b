import { z } from 'zod';
import { Invalid } from '#kernel';

const shape = z.tuple([z.string().max(40), z.uuid()]);
const NEWEST: [string, string] = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** Where a list that runs from the newest row on goes on: instant and id of the last row shown. */
export function writeCursor(at: string, id: string): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** Reads such a cursor; without one the list starts at the newest. @throws Invalid `cursor-wrong` */
export function readCursor(cursor: string | undefined): [string, string] {
  if (!cursor) return NEWEST;
  try {
    const [at, id] = shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    if (Number.isNaN(Date.parse(at))) throw new Error('no instant');
    return [at, id];
  } catch {
    throw new Invalid('cursor-wrong', 'This page of the list cannot be found.', [
      { field: 'cursor', message: 'Start again from the first page.' },
    ]);
  }
}
