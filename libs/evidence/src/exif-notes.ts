import type { FileNote } from './file-note.js';

const [EXIF_FOLDER, GPS_FOLDER] = [0x8769, 0x8825];

/** What a tag of EXIF tells; tags that only say how to draw the picture are not here. */
const TELLS: ReadonlyMap<number, FileNote> = new Map([
  ...[0x0132, 0x9003, 0x9004].map((tag) => [tag, 'time'] as const),
  ...[0x010f, 0x0110, 0x0131, 0x927c, 0xa430, 0xa431, 0xa433, 0xa434, 0xa435].map(
    (tag) => [tag, 'device'] as const,
  ),
  ...[0x010e, 0x013b, 0x8298, 0x9286, 0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f].map(
    (tag) => [tag, 'words'] as const,
  ),
]);

/** Most tags of one folder and most folders: real files have a tenth of it, hostile ones end here. */
const [MOST_TAGS, MOST_FOLDERS] = [512, 12];
const TAG_SIZE = 12;

/** A folder of tags that is still to be read. */
interface Folder {
  readonly at: number;
  readonly isOfPlace: boolean;
}

/**
 * What a block of EXIF tells. No offset leads out of the block, no folder is read twice.
 *
 * @param block from its byte order mark on; where it cannot be read to the end that is itself a note: `unread`.
 */
export function exifNotes(block: Buffer): Set<FileNote> {
  const notes = new Set<FileNote>();
  try {
    readFolders(block, notes);
  } catch {
    // An offset or a count that lies outside the block.
    notes.add('unread');
  }
  return notes;
}

function readFolders(block: Buffer, notes: Set<FileNote>): void {
  const order = block.toString('latin1', 0, 2);
  const numbers = numbersOf(block, order === 'II');
  if ((order !== 'II' && order !== 'MM') || numbers.short(2) !== 42) throw new RangeError();
  const open: Folder[] = [{ at: numbers.long(4), isOfPlace: false }];
  const seen = new Set<number>([0]);
  for (let folder = open.pop(); folder; folder = open.pop()) {
    if (seen.has(folder.at)) continue;
    seen.add(folder.at);
    if (seen.size > MOST_FOLDERS) throw new RangeError();
    open.push(...readFolder(numbers, folder, notes));
  }
}

/** @returns the folders to which this one leads. */
function readFolder(
  { short, long }: Numbers,
  { at, isOfPlace }: Folder,
  notes: Set<FileNote>,
): Folder[] {
  const count = short(at);
  if (count > MOST_TAGS) throw new RangeError();
  const folders: Folder[] = [];
  for (let index = 0; index < count; index += 1) {
    const entry = at + 2 + index * TAG_SIZE;
    const tag = short(entry);
    const note = isOfPlace ? placeNote(tag) : TELLS.get(tag);
    if (note) notes.add(note);
    if (isOfPlace || (tag !== EXIF_FOLDER && tag !== GPS_FOLDER)) continue;
    folders.push({ at: long(entry + 8), isOfPlace: tag === GPS_FOLDER });
  }
  const after = at + 2 + count * TAG_SIZE;
  return isOfPlace ? folders : [...folders, { at: long(after), isOfPlace: false }];
}

/** Every tag of the folder of places tells of one, save that of its own version. */
function placeNote(tag: number): FileNote | undefined {
  return tag === 0 ? undefined : 'place';
}

interface Numbers {
  readonly short: (at: number) => number;
  readonly long: (at: number) => number;
}

function numbersOf(block: Buffer, isLittle: boolean): Numbers {
  return isLittle
    ? { short: (at) => block.readUInt16LE(at), long: (at) => block.readUInt32LE(at) }
    : { short: (at) => block.readUInt16BE(at), long: (at) => block.readUInt32BE(at) };
}
